#!/usr/bin/env bash
# Prints where Firefox is: FIREFOX where that is set, else one that is
# installed, else the distribution's, installed now.
set -euo pipefail

for name in "${FIREFOX:-}" firefox-esr firefox; do
  [ -n "$name" ] && command -v "$name" && exit 0
done
exec "$(dirname "$0")/../../.ci/need" firefox-esr firefox-esr
