package org.sonnerie.media.engine;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** One member as {@link Placement} has it in mind. Not thread safe. */
final class Node {
    private final Member member;
    private final Set<Node> ties = new LinkedHashSet<>(2);
    private final Set<Node> tiedBy = new LinkedHashSet<>(2);
    private int thread;

    /** Commands given and not yet carried out that may make or end it. */
    private int pending;

    /** The last of them makes it. */
    private boolean wanted;

    /** It exists for certain when the next command is carried out. */
    private boolean certain;

    Node(Member member, int thread) {
        this.member = member;
        this.thread = thread;
    }

    Member member() {
        return member;
    }

    int thread() {
        return thread;
    }

    void thread(int number) {
        thread = number;
    }

    boolean wanted() {
        return wanted;
    }

    boolean certain() {
        return certain;
    }

    void begins() {
        pending++;
        wanted = true;
    }

    void ends() {
        pending++;
        wanted = false;
        certain = false;
    }

    /** One of its commands was carried out; true: it does not exist, nor will. */
    boolean settled(boolean exists) {
        pending--;
        if (pending == 0) {
            wanted &= exists;
            certain |= wanted;
        }
        return !wanted && pending == 0;
    }

    /** It ended by itself; true: it does not exist, nor will. */
    boolean over() {
        certain = false;
        wanted &= pending > 0;
        return !wanted && pending == 0;
    }

    /** Whether it is of any use to have it in mind. */
    boolean needed() {
        return wanted || pending > 0 || !tiedBy.isEmpty();
    }

    void tie(Node other) {
        ties.add(other);
        other.tiedBy.add(this);
    }

    void untie(Node other) {
        ties.remove(other);
        other.tiedBy.remove(this);
    }

    Set<Node> ties() {
        return ties;
    }

    Set<Node> tiedBy() {
        return tiedBy;
    }

    /** All who are tied to it in any way, and itself. */
    List<Node> together() {
        Set<Node> found = new LinkedHashSet<>();
        Deque<Node> next = new ArrayDeque<>(List.of(this));
        while (!next.isEmpty()) {
            Node one = next.remove();
            if (found.add(one)) {
                next.addAll(one.ties);
                next.addAll(one.tiedBy);
            }
        }
        return List.copyOf(found);
    }

    @Override
    public String toString() {
        return member + " on " + thread;
    }
}
