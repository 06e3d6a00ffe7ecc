#!/bin/sh
# Sees to it that there is a Chromium to test in: the one that CHROMIUM names, or Debian's, installed if the user is root.
set -eu
browser=${CHROMIUM:-/usr/bin/chromium}
[ -x "$browser" ] && exit 0
if [ -n "${CHROMIUM:-}" ]; then
    echo "CHROMIUM names $CHROMIUM, which is no program: name one, or unset it to use /usr/bin/chromium" >&2
    exit 1
fi
if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium >/dev/null
    [ -x "$browser" ] && exit 0
fi
echo "the browser tests need Chromium: install Debian's package chromium, or name a Chromium by CHROMIUM=/path/to/it" >&2
exit 1
