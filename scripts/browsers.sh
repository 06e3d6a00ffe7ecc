#!/bin/sh
# Sees to it that there are the browsers to test in, each by its name: chromium, firefox, webkit; all three where none is named.
#
# Each is Debian's, installed if the user is root, or the one that an environment variable names: CHROMIUM, FIREFOX, and for
# WebKitGTK the driver WEBKIT_DRIVER and the browser MINIBROWSER. WebKitGTK also needs a screen, which Xvfb makes up.
set -eu

missing=

# need PACKAGE PROGRAM NAMED VARIABLE: notes the package where the program is not there, unless a variable names another.
need() {
    if [ -n "$3" ]; then
        [ -x "$3" ] && return
        echo "$4 names $3, which is no program: name one, or unset it to use Debian's" >&2
        exit 1
    fi
    [ -x "$2" ] || missing="$missing $1"
}

look() {
    missing=
    for browser in "$@"; do
        case $browser in
        chromium) need chromium /usr/bin/chromium "${CHROMIUM:-}" CHROMIUM ;;
        firefox) need firefox-esr /usr/bin/firefox-esr "${FIREFOX:-}" FIREFOX ;;
        webkit)
            need webkit2gtk-driver /usr/bin/WebKitWebDriver "${WEBKIT_DRIVER:-}" WEBKIT_DRIVER
            # The driver's package brings the browser along.
            [ -z "${MINIBROWSER:-}" ] || need webkit2gtk-driver "" "$MINIBROWSER" MINIBROWSER
            need xvfb /usr/bin/Xvfb "" ""
            ;;
        *)
            echo "there is no browser $browser: they are chromium, firefox, webkit" >&2
            exit 1
            ;;
        esac
    done
}

[ $# -gt 0 ] || set -- chromium firefox webkit
look "$@"
[ -n "$missing" ] || exit 0
if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
    apt-get update -qq
    # shellcheck disable=SC2086 # Several packages.
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
    look "$@"
    [ -n "$missing" ] || exit 0
fi
echo "the browser tests need Debian's packages$missing: install them, or name other browsers (the head of scripts/browsers.sh says how)" >&2
exit 1
