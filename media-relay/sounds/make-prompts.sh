#!/usr/bin/env bash
# Speaks the prompts of prompts-en.txt and prompts-fr.txt ("name | text" a line) into Ogg Opus files. See README.md.
#   make-prompts.sh                       all
#   make-prompts.sh language [name ...]   those of a language, or some of them
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

for tool in flite espeak-ng sox opusenc python3; do
    command -v "$tool" >/dev/null || { echo "make-prompts: $tool is missing" >&2; exit 1; }
done

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

speak() { # language text
    case "$1" in
        en) flite -voice slt --setf duration_stretch=1.05 -t "$2" -o "$work/raw.wav" ;;
        fr) espeak-ng -v fr-fr -s 150 -w "$work/raw.wav" -- "$2" ;;
        *) echo "make-prompts: no voice for $1" >&2; exit 1 ;;
    esac
}

# Silence at both ends down to 0.1 s, pauses between sentences to 0.3 s, peaks nearer to the rest: a short word has few.
cut() {
    sox "$work/raw.wav" -r 48000 -c 1 -b 16 "$work/cut.wav" \
        silence 1 0.02 0.5% reverse silence 1 0.02 0.5% reverse silence -l 1 0.02 0.5% -1 0.3 0.5% \
        highpass 100 norm -3 compand 0.003,0.08 6:-60,-60,-30,-20,-10,-9,0,-6 norm -3 pad 0.1 0.2
}

# One loudness for all, in the middle of what StoredSoundsTest wants.
level() {
    sox "$work/cut.wav" -r 16000 "$work/loud.wav" gain "$(python3 measure-gain.py "$work/cut.wav")"
}

make() { # language name text
    local target=../src/main/resources/org/sonnerie/media/player/prompts/$1
    mkdir -p "$target"
    speak "$1" "$3"
    cut
    level
    opusenc --quiet --speech --bitrate 32 --expect-loss 10 --framesize 20 --comp 10 --serial 1 --padding 0 \
        --discard-comments "$work/loud.wav" "$target/$2.opus"
}

wanted=${1:-}
[ $# -eq 0 ] || shift
for language in en fr; do
    [ -z "$wanted" ] || [ "$wanted" = "$language" ] || continue
    while IFS='|' read -r name text; do
        name=$(echo "$name" | xargs)
        [ -n "$name" ] || continue
        [ $# -eq 0 ] || [[ " $* " == *" $name "* ]] || continue
        make "$language" "$name" "$text"
    done < "prompts-$language.txt"
done
./make-index.sh
