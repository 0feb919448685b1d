#!/usr/bin/env bash
# Prints where Chromium is. Where there is none, installs the distribution's when
# run as root on Debian or Ubuntu, and otherwise says what to install.
set -euo pipefail

for name in "${CHROMIUM:-}" chromium chromium-browser google-chrome; do
  [ -n "$name" ] && path=$(command -v "$name") && { echo "$path"; exit 0; }
done
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  echo "Installing Chromium from the distribution…" >&2
  { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium fonts-noto-cjk; } >&2
  command -v chromium && exit 0
fi
echo "Chromium was not found. Install it (on Debian and Ubuntu: sudo apt install chromium), or say where it is: CHROMIUM=/path/to/chromium make …" >&2
exit 2
