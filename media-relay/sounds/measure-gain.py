"""Prints the gain in dB that makes a mono WAV file of 48 kHz and 16 bits as loud as all prompts. See README.md."""
import math
import struct
import sys
import wave

RATE_HZ = 48_000
GOAL_LUFS, HIGHEST_PEAK_DBFS = -19.5, -3.0
BLOCK, STEP = RATE_HZ * 2 // 5, RATE_HZ // 10
HEAD = (1.53512485958697, -2.69169618940638, 1.19839281085285, -1.69065929318241, 0.73248077421585)
LOW_END = (1.0, -2.0, 1.0, -1.99004745483398, 0.99007225036621)


def filtered(sound, c):
    out = []
    x1 = x2 = y1 = y2 = 0.0
    for x in sound:
        y = c[0] * x + c[1] * x1 + c[2] * x2 - c[3] * y1 - c[4] * y2
        out.append(y)
        x1, x2, y1, y2 = x, x1, y, y1
    return out


def lufs(powers):
    return -0.691 + 10 * math.log10(sum(powers) / len(powers))


def loudness(sound):
    """By ITU-R BS.1770: weighted, gated."""
    weighted = filtered(filtered(sound, HEAD), LOW_END)
    blocks = [
        sum(x * x for x in weighted[at : at + BLOCK]) / BLOCK
        for at in range(0, len(weighted) - BLOCK + 1, STEP)
    ]
    heard = [power for power in blocks if power > 0 and lufs([power]) > -70]
    return lufs([power for power in heard if lufs([power]) > lufs(heard) - 10])


with wave.open(sys.argv[1]) as file:
    if (file.getframerate(), file.getnchannels(), file.getsampwidth()) != (RATE_HZ, 1, 2):
        sys.exit("measure-gain: not mono at 48 kHz and 16 bits")
    octets = file.readframes(file.getnframes())
    samples = [s / 32_768 for (s,) in struct.iter_unpack("<h", octets)]
peak_dbfs = 20 * math.log10(max(map(abs, samples)))
print(f"{min(GOAL_LUFS - loudness(samples), HIGHEST_PEAK_DBFS - peak_dbfs):.2f}")
