#!/bin/sh
# Make a virtual environment: ensure_python.sh PYTHON VENV. On a bare Debian the module that makes
# one is a package of its own, which is installed if this is allowed.
set -eu
python=$1
venv=$2

"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || {
    echo "Breach Atlas needs Python 3.11 or newer: install it and say make PYTHON=python3.11." >&2
    exit 1
}
if "$python" -m venv "$venv" >/dev/null 2>&1; then
    exit 0
fi
rm -rf "$venv"
. "$(dirname "$0")/as_root.sh"
echo "Installing the package python3-venv, which makes virtual environments" >&2
as_root apt-get update -qq
as_root apt-get install -y -qq python3-venv >/dev/null
"$python" -m venv "$venv"
