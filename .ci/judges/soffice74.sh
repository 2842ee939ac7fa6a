#!/usr/bin/env bash
# soffice74.sh --convert-to pdf --outdir DIR FILE… : Debian 12's LibreOffice with the hermetic fonts; all files in one start.
set -euo pipefail
D=$(dirname "$(readlink -f "$0")"); prof=$(mktemp -d); trap 'rm -rf "$prof"' EXIT
# soffice's exit status says nothing (0 for a file it could not read): callers look for the PDF.
FONTCONFIG_FILE=$D/fonts.conf LC_ALL=C.UTF-8 timeout 900 soffice -env:UserInstallation=file://"$prof" --headless --norestore "$@" >/dev/null 2>&1
