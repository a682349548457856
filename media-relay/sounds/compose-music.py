#!/usr/bin/env python3
"""Composes the house's hold music: a slow, soft tune on something like an electric piano, with a bass.

Sixteen bars of four beats, in F. Every note's end runs over into the beginning, so the loop closes
by itself. Only the standard library is needed.
"""

import array
import math
import sys
import wave

RATE = 24_000
BEAT = 0.72                      # 36 frames of 20 ms
BARS = 16
LENGTH = round(BARS * 4 * BEAT * RATE)
LEAD_IN = RATE                   # exactly 1 s: see README.md
PEAK = 0.55                      # as loud as the prompts: about -21 LUFS, no sample above -5 dBFS

#        bass, chord (MIDI numbers)
CHORDS = [
    (41, (57, 60, 64, 67)),      # Fmaj9
    (45, (55, 60, 64, 67)),      # Am7
    (46, (57, 60, 62, 65)),      # Bbmaj7
    (48, (58, 60, 64, 65)),      # C7sus
    (41, (57, 60, 64, 69)),      # Fmaj7
    (50, (57, 60, 65, 69)),      # Dm7
    (43, (58, 62, 65, 69)),      # Gm9
    (48, (58, 62, 64, 67)),      # C9
]

# Melody: (beat within 32 beats, MIDI number, beats)
FIRST = [
    (0, 72, 1.5), (1.5, 69, .5), (2, 67, 2), (4, 69, 1), (5, 72, 1), (6, 76, 2), (8, 74, 1.5),
    (9.5, 72, .5), (10, 69, 2), (12, 70, 1), (13, 72, 1), (14, 67, 2), (16, 69, 1.5),
    (17.5, 72, .5), (18, 76, 2), (20, 77, 1), (21, 76, 1), (22, 74, 2), (24, 72, 1), (25, 70, 1),
    (26, 69, 2), (28, 67, 3),
]
SECOND = [
    (0, 76, 1), (1, 77, 1), (2, 79, 2), (4, 76, 1.5), (5.5, 74, .5), (6, 72, 2), (8, 69, 1),
    (9, 72, 1), (10, 74, 2), (12, 72, 1.5), (13.5, 70, .5), (14, 67, 2), (16, 69, 1), (17, 72, 1),
    (18, 77, 2), (20, 76, 1), (21, 74, 1), (22, 72, 2), (24, 74, 1.5), (25.5, 70, .5), (26, 69, 1),
    (27, 70, 1), (28, 72, 3.5),
]


def hertz(note):
    return 440.0 * 2 ** ((note - 69) / 12)


def strike(loop, start_seconds, note, seconds, loudness, partials):
    """Adds a struck note: a sum of decaying partials, around the end of the loop to its start."""
    begin = round(start_seconds * RATE)
    count = round((seconds + 1.2) * RATE)
    attack = 0.012 * RATE
    release_from = seconds * RATE
    release = 0.5 * RATE
    for multiple, share, decay in partials:
        step = 2 * math.pi * hertz(note) * multiple / RATE
        fall = math.exp(-decay / RATE)
        gain = loudness * share
        for i in range(count):
            shape = gain
            if i < attack:
                shape *= i / attack
            if i > release_from:
                shape *= math.exp(-(i - release_from) / release * 3)
            loop[(begin + i) % LENGTH] += shape * math.sin(step * i)
            gain *= fall


PIANO = ((1, 1.0, 1.6), (2, 0.22, 2.8), (3, 0.06, 4.0))
PAD = ((1, 1.0, 0.5), (2, 0.10, 0.8))
BASS = ((1, 1.0, 1.0), (2, 0.35, 1.5), (3, 0.12, 2.0))


def compose():
    loop = [0.0] * LENGTH
    for bar in range(BARS):
        bass, chord = CHORDS[bar % len(CHORDS)]
        at = bar * 4 * BEAT
        strike(loop, at, bass + 12, 1.8 * BEAT, 0.55, BASS)
        strike(loop, at + 2 * BEAT, bass + 12, 1.6 * BEAT, 0.40, BASS)
        for i, note in enumerate(chord):
            strike(loop, at, note, 3.8 * BEAT, 0.22, PAD)
            strike(loop, at + (0.5 + i) * BEAT, note + 12, 0.6 * BEAT, 0.16, PIANO)
    for offset, melody in ((0, FIRST), (32, SECOND)):
        for beat, note, beats in melody:
            strike(loop, (offset + beat) * BEAT, note, beats * BEAT, 0.50, PIANO)
    return loop


def main(path):
    loop = compose()
    scale = PEAK * 32_767 / max(abs(sample) for sample in loop)
    samples = array.array("h", (round(sample * scale) for sample in loop[-LEAD_IN:] + loop))
    if sys.byteorder == "big":
        samples.byteswap()
    with wave.open(path, "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(RATE)
        out.writeframes(samples.tobytes())


main(sys.argv[1])
