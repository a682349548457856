#!/usr/bin/env bash
# Makes the hold music out of compose-music.py. See README.md.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

for tool in python3 opusenc; do
    command -v "$tool" >/dev/null || { echo "make-music: $tool is missing" >&2; exit 1; }
done

target=../src/main/resources/org/sonnerie/media/player/music
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$target"

python3 compose-music.py "$work/house.wav"
opusenc --quiet --music --bitrate 40 --framesize 20 --comp 10 --serial 1 --padding 0 \
    --discard-comments "$work/house.wav" "$target/house.opus"
./make-index.sh
