#!/usr/bin/env bash
# Lists the sounds for the library, which cannot look into folders of a jar.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../src/main/resources/org/sonnerie/media/player"
find prompts music -name '*.opus' | sed 's/\.opus$//' | LC_ALL=C sort > index.txt
