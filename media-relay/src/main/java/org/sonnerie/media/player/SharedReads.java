package org.sonnerie.media.player;

import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sonnerie.media.api.AudioCodec;
import org.sonnerie.media.api.Sound;

/**
 * Recorded sounds that many hear over and over, such as a company's own hold music: read and
 * encoded once, and kept for as long as anybody hears them. Thread safe.
 */
final class SharedReads {
    private record Key(Sound.Recorded sound, AudioCodec codec) {}

    private final Map<Key, WeakReference<CompletableFuture<EncodedSound>>> reading =
            new ConcurrentHashMap<>();

    /** The same reader, asked only for what nobody hears already. */
    Function<Sound.Recorded, CompletableFuture<EncodedSound>> of(
            AudioCodec codec, Function<Sound.Recorded, CompletableFuture<EncodedSound>> reader) {
        return sound -> {
            Key key = new Key(sound, codec);
            reading.values().removeIf(kept -> kept.refersTo(null));
            CompletableFuture<EncodedSound> there = there(key);
            if (there != null) {
                return there;
            }
            CompletableFuture<EncodedSound> begun = reader.apply(sound);
            reading.put(key, new WeakReference<>(begun));
            return begun;
        };
    }

    private @Nullable CompletableFuture<EncodedSound> there(Key key) {
        WeakReference<CompletableFuture<EncodedSound>> kept = reading.get(key);
        return kept == null ? null : kept.get();
    }
}
