#!/bin/sh
# Make .venv from the hash-pinned requirements: `scripts/setup.sh run` or `scripts/setup.sh dev`.
# Uses uv where there is one, else Python's own venv and pip. Nothing here names a package
# index: both tools use whatever the machine is set up with.
set -eu
cd "$(dirname "$0")/.."
kind=${1:-run}
venv=.venv
python=${PYTHON:-python3}

say() { printf '%s\n' "$*" >&2; }
fail() { printf '%s\n' "$@" >&2; exit 1; }

# Bytecode is wanted even where the machine says otherwise: it halves every start.
unset PYTHONDONTWRITEBYTECODE PYTHONPATH PYTHONHOME VIRTUAL_ENV

good_python() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }

if [ -d "$venv" ] && ! good_python "$venv/bin/python"; then
    say "The environment in $venv does not work here (moved, or an old Python); making it anew."
    rm -rf "$venv"
fi

if command -v uv >/dev/null 2>&1; then
    [ -d "$venv" ] || uv venv --quiet --python '>=3.11' "$venv"
    install() { uv pip install --quiet --python "$venv/bin/python" "$@"; }
    compile=--compile-bytecode
else
    found=missing
    command -v "$python" >/dev/null 2>&1 && found=$("$python" --version 2>&1)
    good_python "$python" || fail \
        "esep needs Python 3.11 or newer; $python is $found." \
        "Say which one to use: make setup PYTHON=python3.12"
    if ! "$venv/bin/python" -m pip --version >/dev/null 2>&1; then
        # venv exists everywhere, ensurepip does not: Debian keeps it in a package of its own.
        if ! "$python" -c 'import ensurepip' 2>/dev/null; then
            say "Python's venv module is not installed. On Debian or Ubuntu:"
            fail "    sudo apt-get install python3-venv"
        fi
        "$python" -m venv "$venv"
    fi
    # The build backend looks for its program on the path. Warnings about a machine's own index
    # settings are not ours to pass on; errors are.
    PATH="$PWD/$venv/bin:$PATH"
    install() { "$venv/bin/python" -m pip install -qq --disable-pip-version-check "$@"; }
    compile=--compile
fi

[ -x "$venv/bin/esep" ] || say "Setting up $venv (about a minute the first time) ..."
install "$compile" --require-hashes -r requirements/esep.txt -r requirements/build.txt
if [ "$kind" = dev ]; then
    install "$compile" --require-hashes -r requirements/dev.txt
fi
install --no-deps --no-build-isolation --editable .
"$venv/bin/python" -m compileall -q src || true
