# Nobody has run this script yet: it was written beside packaging/run, step for step, and is untried on Windows.
#
# Starts Outlay, and sets it up first where that is needed.
#
#   powershell -ExecutionPolicy Bypass -File packaging\run.ps1                    the tray app
#   powershell -ExecutionPolicy Bypass -File packaging\run.ps1 COMMAND [ARGS]     any outlay command
#   powershell -ExecutionPolicy Bypass -File packaging\run.ps1 --sample [ARGS]    the same with made-up data
#
# A step that fails says in a sentence what failed and what to try, and ends the script with code 2.

$ErrorActionPreference = 'Continue'
$Root = Split-Path -Parent $PSScriptRoot
$Venv = Join-Path $Root '.venv'
$VenvPython = Join-Path $Venv 'Scripts\python.exe'
$Outlay = Join-Path $Venv 'Scripts\outlay.exe'
$Stamp = Join-Path $Venv 'set-up-run'
$Arguments = @($args)
$NetworkAdvice = 'Check the network connection. Behind a proxy set HTTPS_PROXY, with a company certificate set SSL_CERT_FILE to its file, then start again: what is done already is kept.'

function Say([string] $Words) { [Console]::Error.WriteLine($Words) }

function GiveUp([string] $Words) {
    Say $Words
    exit 2
}

# Runs a program with its output kept aside; on failure shows the end of it under $Words.
function Quietly([string] $Words, [string] $Program, [string[]] $ProgramArguments) {
    $output = & $Program @ProgramArguments 2>&1 | ForEach-Object { "$_" }
    if ($LASTEXITCODE -eq 0) { return $true }
    Say $Words
    $output | Where-Object { $_ -match '\S' -and $_ -notmatch '^(Traceback|  File |    )|Retrying' } |
        Select-Object -Last 4 | ForEach-Object { Say "  | $_" }
    return $false
}

# One line that changes whenever the environment no longer fits this checkout, its lock or its Python.
function Get-Fingerprint {
    $files = @('packaging\run.lock', 'pyproject.toml', 'packaging\run.ps1') | ForEach-Object {
        (Get-FileHash -Algorithm SHA256 -LiteralPath (Join-Path $Root $_)).Hash
    }
    $environment = Get-Content -Raw -ErrorAction SilentlyContinue -LiteralPath (Join-Path $Venv 'pyvenv.cfg')
    return "$($files -join ' ') $Root $($environment -replace '\s+', ' ')"
}

function Test-Stamp {
    if (-not (Test-Path -LiteralPath $Stamp) -or -not (Test-Path -LiteralPath $Outlay)) { return $false }
    return (Get-Content -Raw -LiteralPath $Stamp).Trim() -eq (Get-Fingerprint).Trim()
}

# Returns the command that starts a fitting Python, as a list. Below 3.11 the language is too old, from 3.16 on the
# pinned Qt is. The Store's placeholder python.exe prints nothing and is passed over.
function Find-Python {
    $candidates = @(
        @('py', '-3.14'), @('py', '-3.13'), @('py', '-3.12'), @('py', '-3.11'), @('python'), @('python3')
    )
    foreach ($candidate in $candidates) {
        if (-not (Get-Command $candidate[0] -ErrorAction SilentlyContinue)) { continue }
        $options = @($candidate | Select-Object -Skip 1) + @('-c', "import sys; print('%d.%d' % sys.version_info[:2])")
        $version = "$(& $candidate[0] @options 2>$null)".Trim()
        if ($LASTEXITCODE -eq 0 -and $version -match '^3\.1[1-5]$') { return , $candidate }
    }
    Say 'Outlay needs Python 3.11 to 3.15, and none was found. To install it, type:'
    Say '  winget install Python.Python.3.13'
    exit 2
}

function Find-Uv([string[]] $Python) {
    if (Get-Command uv -ErrorAction SilentlyContinue) {
        & uv --version *> $null
        if ($LASTEXITCODE -eq 0) { return 'uv' }
    }
    $uvFolder = Join-Path $Root '.uv\env'
    $uv = Join-Path $uvFolder 'Scripts\uv.exe'
    if (Test-Path -LiteralPath $uv) {
        & $uv --version *> $null
        if ($LASTEXITCODE -eq 0) { return $uv }
    }
    Say 'Setting up Outlay: fetching its installer'
    $options = @($Python | Select-Object -Skip 1)
    if (-not (Quietly "The installer's environment could not be made in .uv:" $Python[0] ($options + @('-m', 'venv', $uvFolder)))) {
        GiveUp 'Check that this folder may be written to and that the disk has room.'
    }
    $pip = @(
        '-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--no-input', '--require-hashes',
        '-r', (Join-Path $Root 'packaging\installer.lock')
    )
    if (-not (Quietly 'The installer could not be fetched:' (Join-Path $uvFolder 'Scripts\python.exe') $pip)) {
        GiveUp $NetworkAdvice
    }
    return $uv
}

function Install-Outlay {
    $python = Find-Python
    New-Item -ItemType Directory -Force -Path (Join-Path $Root '.uv') *> $null
    # One set-up at a time: Windows gives the file back when its holder ends, however it ends.
    $turn = $null
    $said = $false
    while ($null -eq $turn) {
        try {
            $turn = [IO.File]::Open((Join-Path $Root '.uv\lock'), 'OpenOrCreate', 'ReadWrite', 'None')
        } catch [UnauthorizedAccessException] {
            GiveUp "Outlay's folder $Root cannot be written to; its parts would be kept there."
        } catch {
            if (-not $said) { Say 'Another start is setting Outlay up in this folder; waiting for it.' }
            $said = $true
            Start-Sleep -Milliseconds 300
        }
    }
    try {
        if (Test-Stamp) { return }
        $uv = Find-Uv $python
        if (-not (Test-Path -LiteralPath $VenvPython)) {
            $options = @($python | Select-Object -Skip 1) + @('-c', 'import sys; print(sys.executable)')
            $interpreter = "$(& $python[0] @options)".Trim()
            if (-not (Quietly 'An environment could not be made in .venv:' $uv @('venv', '--quiet', '--python', $interpreter, $Venv))) {
                GiveUp 'Check that this folder may be written to and that the disk has room.'
            }
        }
        Remove-Item -Force -ErrorAction SilentlyContinue -LiteralPath $Stamp
        Say 'Setting up Outlay (first start and after some updates): fetching its parts, at most 100 MB'
        $sync = @(
            'pip', 'sync', '--quiet', '--python', $VenvPython, '--require-hashes',
            (Join-Path $Root 'packaging\run.lock')
        )
        if (-not (Quietly "Outlay's parts could not be fetched:" $uv $sync)) { GiveUp $NetworkAdvice }
        $self = @(
            'pip', 'install', '--quiet', '--python', $VenvPython, '--no-build-isolation', '--no-deps',
            '--editable', $Root
        )
        if (-not (Quietly 'Outlay itself could not be installed into .venv:' $uv $self)) {
            GiveUp 'Delete the folders .venv and .uv and start again.'
        }
        $env:QT_QPA_PLATFORM = 'offscreen'
        $loads = Quietly "Qt, which draws Outlay's window and pictures, cannot load here:" $VenvPython @(
            '-c', 'from PySide6.QtWidgets import QApplication; QApplication([])'
        )
        Remove-Item Env:QT_QPA_PLATFORM
        if (-not $loads) {
            GiveUp 'Install the Visual C++ runtime, then start again: winget install Microsoft.VCRedist.2015+.x64'
        }
        Set-Content -LiteralPath $Stamp -Value (Get-Fingerprint)
    } finally {
        $turn.Dispose()
    }
}

$withSample = $Arguments.Count -gt 0 -and $Arguments[0] -eq '--sample'
if ($withSample) { $Arguments = @($Arguments | Select-Object -Skip 1) }
if ($Arguments.Count -eq 0) { $Arguments = @('app') }
if (-not (Test-Stamp)) { Push-Location $Root; try { Install-Outlay } finally { Pop-Location } }

if (-not $withSample) {
    & $Outlay @Arguments
    exit $LASTEXITCODE
}

# What belongs to the owner is out of reach of the sample run.
$sample = Join-Path ([IO.Path]::GetTempPath()) ('outlay-sample.' + [IO.Path]::GetRandomFileName())
New-Item -ItemType Directory -Path $sample *> $null
$changed = @(
    'HOME', 'USERPROFILE', 'APPDATA', 'LOCALAPPDATA', 'XDG_CONFIG_HOME', 'XDG_DATA_HOME', 'XDG_STATE_HOME',
    'XDG_CACHE_HOME', 'CLAUDE_CONFIG_DIR', 'CODEX_HOME', 'OUTLAY_DATA_DIR', 'OUTLAY_CONFIG_DIR', 'OUTLAY_SAMPLE'
)
$before = @{}
foreach ($name in $changed) { $before[$name] = [Environment]::GetEnvironmentVariable($name) }
$code = 2
try {
    foreach ($name in $changed) { [Environment]::SetEnvironmentVariable($name, $null) }
    $env:HOME = $sample
    $env:USERPROFILE = $sample
    $env:APPDATA = Join-Path $sample 'AppData\Roaming'
    $env:LOCALAPPDATA = Join-Path $sample 'AppData\Local'
    $env:OUTLAY_DATA_DIR = Join-Path $sample 'outlay\data'
    $env:OUTLAY_CONFIG_DIR = Join-Path $sample 'outlay\config'
    $env:OUTLAY_SAMPLE = '1'
    Say 'Made-up sample data: nothing of yours is read, and all of it is removed at the end.'
    & $Outlay sample --home $sample > $null
    $code = $LASTEXITCODE
    if ($code -eq 0) {
        if ($Arguments[0] -notmatch '^(sync|app|sample|gallery|-.*)$') { & $Outlay sync > $null }
        & $Outlay @Arguments
        $code = $LASTEXITCODE
    }
} finally {
    foreach ($name in $changed) { [Environment]::SetEnvironmentVariable($name, $before[$name]) }
    Remove-Item -Recurse -Force -ErrorAction SilentlyContinue -LiteralPath $sample
}
exit $code
