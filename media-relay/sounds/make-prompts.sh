#!/usr/bin/env bash
# Speaks the prompts of prompts-en.txt ("name | text" a line) into Ogg Opus files. See README.md. A third part of a line
# is the peak in dBFS, for a short word with one hard sound that would come out too quiet; else it is -8.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

for tool in flite sox opusenc; do
    command -v "$tool" >/dev/null || { echo "make-prompts: $tool is missing" >&2; exit 1; }
done

target=../src/main/resources/org/sonnerie/media/player/prompts/en
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$target"

while IFS='|' read -r name text peak; do
    name=$(echo "$name" | xargs)
    [ -n "$name" ] || continue
    peak=$(echo "${peak:--8}" | xargs)
    flite -voice slt --setf duration_stretch=1.05 -t "$text" -o "$work/raw.wav"
    # Silence at both ends down to 0.1 s, and one loudness for all.
    sox "$work/raw.wav" -r 16000 -c 1 -b 16 "$work/cut.wav" \
        silence 1 0.02 0.5% reverse silence 1 0.02 0.5% reverse \
        highpass 100 pad 0.1 0.2 norm "$peak"
    opusenc --quiet --speech --bitrate 32 --expect-loss 10 --framesize 20 --comp 10 --serial 1 --padding 0 \
        --discard-comments "$work/cut.wav" "$target/$name.opus"
done < prompts-en.txt
./make-index.sh
