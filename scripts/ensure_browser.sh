#!/bin/sh
# The browser that the end-to-end tests drive: Chromium or Chrome, installed if there is none.
set -eu
for name in chromium chromium-browser google-chrome; do
    if command -v "$name" >/dev/null 2>&1; then
        exit 0
    fi
done
. "$(dirname "$0")/as_root.sh"
echo "Installing the package chromium, which the browser tests drive" >&2
as_root apt-get update -qq
as_root apt-get install -y -qq chromium >/dev/null
