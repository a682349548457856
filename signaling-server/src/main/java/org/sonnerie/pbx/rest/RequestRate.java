package org.sonnerie.pbx.rest;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How many requests each client may still send: a bucket of tokens for each, filled at a steady
 * rate. Remembers the clients that were there last. Thread safe.
 */
final class RequestRate {
    private final int most;
    private final Duration each;
    private final Map<String, Bucket> buckets;

    /**
     * A limit.
     *
     * @param most how many at once
     * @param within the time in which so many come back
     * @param clients how many of them are remembered
     */
    RequestRate(int most, Duration within, int clients) {
        this.most = most;
        this.each = within.dividedBy(most);
        this.buckets =
                new LinkedHashMap<>(16, 0.75f, true) {
                    @Override
                    protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
                        return size() > clients;
                    }
                };
    }

    private record Bucket(long left, Instant at) {}

    /**
     * A client sends a request.
     *
     * @param client which
     * @param now the time
     * @return how long it must wait; empty: the request is within its limit, and counted
     */
    synchronized Optional<Duration> take(String client, Instant now) {
        Bucket bucket = filled(buckets.getOrDefault(client, new Bucket(most, now)), now);
        if (bucket.left() == 0) {
            buckets.put(client, bucket);
            return Optional.of(each.minus(Duration.between(bucket.at(), now)));
        }
        buckets.put(client, new Bucket(bucket.left() - 1, bucket.at()));
        return Optional.empty();
    }

    private Bucket filled(Bucket bucket, Instant now) {
        if (now.isBefore(bucket.at())) {
            // The clock was put back.
            return new Bucket(bucket.left(), now);
        }
        long more = Duration.between(bucket.at(), now).dividedBy(each);
        return bucket.left() + more >= most
                ? new Bucket(most, now)
                : new Bucket(bucket.left() + more, bucket.at().plus(each.multipliedBy(more)));
    }
}
