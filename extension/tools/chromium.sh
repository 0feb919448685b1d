#!/usr/bin/env bash
# Prints where Chromium is: CHROMIUM where that is set, else one that is
# installed, else the distribution's, installed now.
set -euo pipefail

for name in "${CHROMIUM:-}" chromium chromium-browser google-chrome; do
  [ -n "$name" ] && command -v "$name" && exit 0
done
exec "$(dirname "$0")/../../.ci/need" chromium chromium fonts-noto-cjk
