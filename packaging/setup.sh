# Sets Outlay up in the checkout it stands in; sourced by packaging/run and packaging/test. POSIX sh.
#
#   set_up run anywhere     what the program needs
#   set_up run desktop      and what a window and a tray icon need
#   set_up test tests       and what the checks need
#
# A step that fails says in a sentence what failed and what to try, and ends the script with code 2.
# Everything lives in .venv (the program) and .uv (the installer and its lock); delete both to begin anew.
# shellcheck shell=sh disable=SC2086  # package lists are split on purpose

# The lists name what a bare Debian 12 lacks; apt knows the newer names of later releases by itself.
apt_qt='libgl1 libegl1 libdbus-1-3 libfontconfig1 libglib2.0-0 libxkbcommon0'
apt_x11='libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxcb-xkb1 libxkbcommon-x11-0'
apt_wayland='libwayland-cursor0 libwayland-egl1'
apt_tray_tests='xvfb dbus gnome-keyring'
dnf_qt='mesa-libGL mesa-libEGL dbus-libs fontconfig glib2 libxkbcommon'
dnf_x11='xcb-util-cursor xcb-util-wm xcb-util-keysyms xcb-util-image xcb-util-renderutil libxkbcommon-x11'
dnf_wayland='libwayland-cursor libwayland-egl'
dnf_tray_tests='xorg-x11-server-Xvfb dbus-daemon gnome-keyring'
pacman_qt='libglvnd dbus fontconfig glib2 libxkbcommon'
pacman_x11='xcb-util-cursor xcb-util-wm xcb-util-keysyms xcb-util-image xcb-util-renderutil libxkbcommon-x11'
pacman_wayland='wayland'
pacman_tray_tests='xorg-server-xvfb dbus gnome-keyring'

say() {
    printf '%s\n' "$*" >&2
}

give_up() {
    say "$@"
    exit 2
}

# --- Is it all there already? ---------------------------------------------------------------------------------

# One line that changes whenever the environment no longer fits this checkout, its locks or its Python.
fingerprint() {
    files=$(cat "$root/packaging/run.lock" "$root/packaging/test.lock" "$root/pyproject.toml" \
        "$root/packaging/setup.sh" 2>/dev/null | cksum)
    python_file=$(readlink -f "$root/.venv/bin/python" 2>/dev/null)
    printf '%s %s %s\n' "$files" "$python_file" "$root"
}

# stamped NAME: true when this part was set up and still fits.
stamped() {
    [ -x "$root/.venv/bin/python" ] && [ -r "$root/.venv/set-up-$1" ] &&
        [ "$(cat "$root/.venv/set-up-$1")" = "${current:=$(fingerprint)}" ]
}

stamp() {
    for name in "$@"; do
        printf '%s\n' "${current:=$(fingerprint)}" >"$root/.venv/set-up-$name"
    done
}

# --- Running a step quietly -----------------------------------------------------------------------------------

# quietly WORDS COMMAND...: runs it with its output kept in a log; on failure shows the log's end under WORDS.
quietly() {
    what=$1
    shift
    log=$set_up_tmp/log
    if "$@" >"$log" 2>&1 </dev/null 9>&-; then
        return 0
    fi
    say "$what"
    grep -Ev '^(Traceback|  File |    )|^[[:space:]]*$|Retrying' "$log" | tail -n 4 | cut -c 1-300 | sed 's/^/  | /' >&2
    return 1
}

network_advice='Check the network connection. Behind a proxy set HTTPS_PROXY, with a company certificate set SSL_CERT_FILE to its file, then start again: what is done already is kept.'

# --- Python ---------------------------------------------------------------------------------------------------

# Below 3.11 the language is too old, from 3.16 on the pinned Qt is.
find_python() {
    unfit=
    for candidate in python3 python3.14 python3.13 python3.12 python3.11 python3.15 python; do
        command -v "$candidate" >/dev/null 2>&1 || continue
        version=$("$candidate" -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null) || continue
        case $version in
        3.1[1-5])
            python=$candidate
            return
            ;;
        esac
        unfit=${unfit:-$version}
    done
    if [ "$unfit" ]; then
        say "Outlay needs Python 3.11 to 3.15; the one found here is $unfit."
    else
        say "Outlay needs Python 3.11 to 3.15, and no Python was found on the PATH."
    fi
    type_this "python3 python3-venv" "python3" "python"
    exit 2
}

# --- Packages of the system -----------------------------------------------------------------------------------

# type_this APT DNF PACMAN: the one line to type here; all three where none of the three is known.
type_this() {
    say "To install what is missing, type:"
    if command -v apt-get >/dev/null 2>&1; then
        say "  sudo apt-get install --no-install-recommends $1"
    elif command -v dnf >/dev/null 2>&1; then
        say "  sudo dnf install $2"
    elif command -v pacman >/dev/null 2>&1; then
        say "  sudo pacman -S --needed $3"
    elif [ "$(uname -s)" = Darwin ]; then
        say "  brew install python"
    else
        say "  sudo apt-get install --no-install-recommends $1     (Debian, Ubuntu)"
        say "  sudo dnf install $2     (Fedora)"
        say "  sudo pacman -S --needed $3     (Arch)"
    fi
}

# True on Debian and its like, for root or with a sudo that does not ask.
may_install() {
    command -v apt-get >/dev/null 2>&1 || return 1
    if [ "$(id -u)" = 0 ]; then
        as_root=
    elif sudo -n true >/dev/null 2>&1; then
        as_root='sudo -n'
    else
        return 1
    fi
}

# apt_install WORDS PACKAGES: false, after a sentence, when it could not.
apt_install() {
    say "Installing with apt ($1): $2"
    environment='DEBIAN_FRONTEND=noninteractive'
    for name in http_proxy https_proxy no_proxy HTTP_PROXY HTTPS_PROXY NO_PROXY; do
        eval "value=\${$name:-}"
        [ "$value" ] && environment="$environment $name=$value"
    done
    if [ -z "${apt_updated:-}" ]; then
        # A foreign package source that does not answer is no reason to stop here.
        $as_root env $environment apt-get update -qq >"$set_up_tmp/apt-update" 2>&1 </dev/null 9>&- || true
        apt_updated=yes
    fi
    quietly "apt could not install them:" \
        $as_root env $environment apt-get -o DPkg::Lock::Timeout=300 install -y -qq --no-install-recommends $2
}

# --- The installer --------------------------------------------------------------------------------------------

find_uv() {
    if uv --version >/dev/null 2>&1; then
        uv=uv
        return
    fi
    uv=$root/.uv/env/bin/uv
    if "$uv" --version >/dev/null 2>&1; then
        return
    fi
    bring_venv_module
    say "Setting up Outlay: fetching its installer"
    rm -rf "$root/.uv/env"
    quietly "The installer's environment could not be made in .uv:" "$python" -m venv "$root/.uv/env" ||
        give_up "Check that this folder may be written to and that the disk has room."
    quietly "The installer could not be fetched:" "$root/.uv/env/bin/python" -m pip install --quiet \
        --disable-pip-version-check --no-input --require-hashes -r "$root/packaging/installer.lock" ||
        give_up "$network_advice"
}

bring_venv_module() {
    "$python" -c 'import venv, ensurepip' >/dev/null 2>&1 && return
    case $python in
    python3 | python) package=python3-venv ;;
    *) package=$python-venv ;;
    esac
    if may_install && apt_install "Python's venv module" "$package" &&
        "$python" -c 'import venv, ensurepip' >/dev/null 2>&1; then
        return
    fi
    say "Python's venv module is missing here; Outlay keeps its parts in an environment of its own and needs it."
    type_this "$package" "python3" "python"
    exit 2
}

# --- The program's environment --------------------------------------------------------------------------------

# install run|test: .venv holds exactly what the lock says, and Outlay itself from this folder.
install() {
    environment_python=$root/.venv/bin/python
    if ! "$environment_python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then
        rm -rf "$root/.venv"
        quietly "An environment could not be made in .venv:" "$uv" venv --quiet --python "$python" "$root/.venv" ||
            give_up "Check that this folder may be written to and that the disk has room."
    fi
    rm -f "$root"/.venv/set-up-*
    size=100
    [ "$1" = test ] && size=130
    parts=$root/packaging/$1.lock
    # First with what is on this machine already; after most updates that is enough.
    if ! "$uv" pip sync --quiet --offline --python "$environment_python" --require-hashes "$parts" \
        >/dev/null 2>&1 </dev/null 9>&-; then
        say "Setting up Outlay (first start and after some updates): fetching its parts, at most $size MB"
        quietly "Outlay's parts could not be fetched:" "$uv" pip sync --quiet --python "$environment_python" \
            --require-hashes "$parts" || give_up "$network_advice"
    fi
    quietly "Outlay itself could not be installed into .venv:" "$uv" pip install --quiet \
        --python "$environment_python" --no-build-isolation --no-deps --editable "$root" ||
        give_up "Delete the folders .venv and .uv and start again."
}

# --- Qt and the screen ----------------------------------------------------------------------------------------

qt_loads() {
    QT_QPA_PLATFORM=offscreen "$root/.venv/bin/python" -c \
        'from PySide6.QtWidgets import QApplication; QApplication([])' >"$set_up_tmp/qt" 2>&1 </dev/null 9>&-
}

# plugin_loads xcb|wayland: whether every library of Qt's way to this kind of screen is there.
plugin_loads() {
    for plugin in "$root"/.venv/lib/python*/site-packages/PySide6/Qt/plugins/platforms/libq"$1"*.so; do
        [ -e "$plugin" ] || return 1
        if ldd "$plugin" 2>/dev/null | grep 'not found' >"$set_up_tmp/qt"; then
            return 1
        fi
    done
}

# screens_load all|any SCREEN...: whether Qt can open all, or at least one, of these kinds of screen.
screens_load() {
    how_many=$1
    shift
    for screen in "$@"; do
        if plugin_loads "$screen"; then
            [ "$how_many" = any ] && return 0
        elif [ "$how_many" = all ]; then
            return 1
        fi
    done
    [ "$how_many" = all ]
}

tray_tests_can_run() {
    command -v Xvfb >/dev/null 2>&1 && command -v dbus-run-session >/dev/null 2>&1
}

# bring_qt anywhere|desktop|tests SCREEN...: installs what Qt lacks, or says what to type. False when something is
# still missing and the caller can do without it; where it cannot, the script ends here.
bring_qt() {
    [ "$(uname -s)" = Linux ] || return 0
    purpose=$1
    shift
    apt='' dnf='' pacman=''
    if ! qt_loads; then
        apt=$apt_qt dnf=$dnf_qt pacman=$pacman_qt
    fi
    for screen in "$@"; do
        plugin_loads "$screen" && continue
        case $screen in
        xcb) apt="$apt $apt_x11" dnf="$dnf $dnf_x11" pacman="$pacman $pacman_x11" ;;
        wayland) apt="$apt $apt_wayland" dnf="$dnf $dnf_wayland" pacman="$pacman $pacman_wayland" ;;
        esac
    done
    if [ "$purpose" = tests ] && ! { tray_tests_can_run && command -v gnome-keyring-daemon >/dev/null 2>&1; }; then
        apt="$apt $apt_tray_tests" dnf="$dnf $dnf_tray_tests" pacman="$pacman $pacman_tray_tests"
    fi
    apt=${apt# } dnf=${dnf# } pacman=${pacman# }
    [ "$apt" ] || return 0

    may_install && apt_install "libraries Qt needs" "$apt" && qt_loads && screens_load all "$@" && return 0
    if ! qt_loads; then
        say "Qt, which draws Outlay's window and pictures, cannot load here:"
        tail -n 1 "$set_up_tmp/qt" | sed 's/^/  | /' >&2
        type_this "$apt" "$dnf" "$pacman"
        [ "$purpose" = anywhere ] || exit 2
        say "The commands in the terminal work without it; going on."
    elif [ "$purpose" = desktop ] && ! screens_load any "$@"; then
        say "Qt cannot open a window on this screen; libraries are missing:"
        sort -u "$set_up_tmp/qt" | sed 's/^[[:space:]]*/  | /' >&2
        type_this "$apt" "$dnf" "$pacman"
        exit 2
    elif [ "$purpose" = tests ]; then
        type_this "$apt" "$dnf" "$pacman"
    else
        return 0
    fi
    return 1
}

# --- The whole of it ------------------------------------------------------------------------------------------

# One set-up at a time: the lock is the system's own, so a killed set-up leaves none behind.
take_turn() {
    (mkdir -p "$root/.uv" && : >>"$root/.uv/lock") 2>/dev/null ||
        give_up "Outlay's folder $root cannot be written to; its parts would be kept there."
    exec 9>>"$root/.uv/lock"
    lock='import fcntl, sys
try:
    fcntl.flock(9, fcntl.LOCK_EX | (fcntl.LOCK_NB if sys.argv[1] == "now" else 0))
except BlockingIOError:
    sys.exit(1)
except OSError:
    pass  # a file system without locks'
    if ! "$python" -c "$lock" now 2>/dev/null; then
        say "Another start is setting Outlay up in this folder; waiting for it."
        "$python" -c "$lock" wait || exit 2
    fi
}

# set_up run|test anywhere|desktop|tests
set_up() {
    current=
    stamped "$1" && stamped "$2" && return
    caller_folder=$PWD
    cd "$root" || exit 2
    find_python
    take_turn
    set_up_tmp=$(mktemp -d "${TMPDIR:-/tmp}/outlay-set-up.XXXXXX") || give_up "No temporary folder could be made."
    trap 'rm -rf "$set_up_tmp"' EXIT
    trap 'exit 130' INT
    trap 'exit 143' TERM HUP

    current=
    if ! stamped "$1"; then
        find_uv
        # An environment with the tools of the checks keeps them.
        if [ "$1" = test ] || [ -e "$root/.venv/bin/pytest" ]; then
            install test
            current=
            stamp test run
        else
            install run
            current=
            stamp run
        fi
    fi
    case $2 in
    anywhere)
        # Said once: a machine without a screen is not asked again at every start.
        bring_qt anywhere
        stamp anywhere
        ;;
    desktop) bring_qt desktop ${DISPLAY:+xcb} ${WAYLAND_DISPLAY:+wayland} && stamp desktop anywhere ;;
    tests) bring_qt tests xcb && stamp tests anywhere ;;
    esac

    rm -rf "$set_up_tmp"
    trap - EXIT INT TERM HUP
    exec 9>&-
    cd "$caller_folder" || exit 2
}
