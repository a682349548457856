package org.sonnerie.media.engine;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All members, and how many legs each thread has of them. Not thread safe. */
final class Company {
    private final Map<Member, Node> nodes = new HashMap<>();
    private final int[] legs;

    Company(int threads) {
        legs = new int[threads];
    }

    Optional<Node> find(Member member) {
        return Optional.ofNullable(nodes.get(member));
    }

    /** That one, taken up on that thread if it is new. */
    Node get(Member member, int thread) {
        return nodes.computeIfAbsent(
                member,
                name -> {
                    legs[thread] += weight(name);
                    return new Node(name, thread);
                });
    }

    private static int weight(Member member) {
        return switch (member) {
            case Member.Leg _ -> 1;
            case Member.Conference _, Member.Tape _ -> 0;
        };
    }

    static long legs(Collection<Node> some) {
        return some.stream().mapToInt(node -> weight(node.member())).sum();
    }

    int leastBusy() {
        int least = 0;
        for (int thread = 1; thread < legs.length; thread++) {
            least = isLessBusy(thread, least) ? thread : least;
        }
        return least;
    }

    boolean isLessBusy(int thread, int other) {
        return legs[thread] < legs[other];
    }

    Placement.Move move(List<Node> some, int to, Optional<Member> silenced) {
        int from = some.getFirst().thread();
        for (Node node : some) {
            legs[from] -= weight(node.member());
            legs[to] += weight(node.member());
            node.thread(to);
        }
        return new Placement.Move(from, to, some.stream().map(Node::member).toList(), silenced);
    }

    /** It hears nobody any more. */
    void untie(Node node) {
        List.copyOf(node.ties()).forEach(other -> untie(node, other));
    }

    void untie(Node from, Node to) {
        from.untie(to);
        forget(to);
    }

    /** Unless it is still needed. */
    void forget(Node node) {
        if (!node.needed() && nodes.remove(node.member(), node)) {
            legs[node.thread()] -= weight(node.member());
        }
    }

    int size() {
        return nodes.size();
    }
}
