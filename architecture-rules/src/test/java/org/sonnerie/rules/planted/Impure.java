package org.sonnerie.rules.planted;

import java.io.StringReader;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Scanner;
import java.util.ServiceLoader;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** Each reaches outside the language in another way. */
public final class Impure {
    private Impure() {}

    static final class KnowsTheNet {
        Object violation() {
            return URI.create("x");
        }
    }

    static final class KnowsStreamsOfOctets {
        Object violation() {
            return new StringReader("");
        }
    }

    static final class KnowsBuffers {
        ByteBuffer[] violation() {
            return new ByteBuffer[0];
        }
    }

    static final class KnowsReflection {
        Object violation() {
            return Modifier.toString(1);
        }
    }

    static final class KnowsOtherThreads {
        Object violation() {
            return new ConcurrentHashMap<String, String>();
        }
    }

    static final class HoldsAnAtom {
        AtomicLong violation = new AtomicLong();
    }

    static final class AsksAnInstantSource {
        Object violation(InstantSource clock) {
            return clock.instant();
        }
    }

    static final class Guesses {
        Object violation() {
            return Math.random();
        }
    }

    static final class RefersToChance {
        Supplier<UUID> violation() {
            return UUID::randomUUID;
        }
    }

    static final class DrawsLots {
        Object violation() {
            return new Random(1);
        }
    }

    static final class AsksTheEnvironment {
        Object violation() {
            return Optional.ofNullable(System.getenv("x"));
        }
    }

    static final class AsksTheMachine {
        Object violation() {
            return Runtime.getRuntime().availableProcessors();
        }
    }

    static final class StartsAProgram {
        Object violation() {
            return new ProcessBuilder("x");
        }
    }

    static final class Loads {
        Object violation() {
            return ServiceLoader.load(Runnable.class);
        }
    }

    static final class FindsAClass {
        Object violation() throws ClassNotFoundException {
            return Class.forName("x");
        }
    }

    static final class RemembersPerThread {
        Object violation() {
            return ThreadLocal.withInitial(() -> "");
        }
    }

    static final class RunsInParallel {
        Object violation() {
            return List.of(1).parallelStream();
        }
    }

    static final class AsksThePlace {
        Object violation() {
            return ZoneId.systemDefault();
        }
    }

    static final class AsksTheLanguage {
        Object violation() {
            return Locale.getDefault();
        }
    }

    static final class Scans {
        Object violation() {
            return new Scanner("x");
        }
    }

    static final class Prints {
        @SuppressWarnings("SystemOut")
        void violation() {
            System.out.println();
        }
    }
}
