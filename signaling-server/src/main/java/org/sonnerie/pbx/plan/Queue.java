package org.sonnerie.pbx.plan;

import java.util.List;

/**
 * Callers who wait in line, and agents who serve them.
 *
 * @param id names the queue
 * @param name as shown to whoever is called through it
 * @param extension 2 to 6 digits
 * @param team who serves it, and who looks after it
 * @param serving in which order they are rung, and for how long
 * @param waiting how many may wait, how long, and where else they can go
 * @param telling what a waiting caller is told
 * @param voicemail true: who is not served can leave a message for all agents
 */
public record Queue(
        QueueId id,
        String name,
        String extension,
        Team team,
        Serving serving,
        Waiting waiting,
        Telling telling,
        boolean voicemail) {
    /**
     * A queue with the usual rules and without a mailbox.
     *
     * @param id names the queue
     * @param name as shown
     * @param extension 2 to 6 digits
     * @param agents who serves it
     */
    public Queue(QueueId id, String name, String extension, List<PersonId> agents) {
        this(
                id,
                name,
                extension,
                new Team(agents, List.of()),
                Serving.USUAL,
                Waiting.USUAL,
                Telling.USUAL,
                false);
    }

    /**
     * Who serves it while on duty.
     *
     * @return in the order of the plan
     */
    public List<PersonId> agents() {
        return team.agents();
    }

    /**
     * The same queue, looked after by others.
     *
     * @param supervisors instead of its own
     * @return a queue of the same agents
     */
    public Queue supervisedBy(List<PersonId> supervisors) {
        return new Queue(
                id,
                name,
                extension,
                new Team(team.agents(), supervisors),
                serving,
                waiting,
                telling,
                voicemail);
    }

    /**
     * The same queue, served otherwise.
     *
     * @param other instead of its own
     * @return a queue of the same callers
     */
    public Queue with(Serving other) {
        return new Queue(id, name, extension, team, other, waiting, telling, voicemail);
    }

    /**
     * The same queue with other rules for those who wait.
     *
     * @param other instead of its own
     * @return a queue of the same agents
     */
    public Queue with(Waiting other) {
        return new Queue(id, name, extension, team, serving, other, telling, voicemail);
    }

    /**
     * The same queue that says something else.
     *
     * @param other instead of its own
     * @return a queue of the same agents
     */
    public Queue with(Telling other) {
        return new Queue(id, name, extension, team, serving, waiting, other, voicemail);
    }

    /**
     * The same queue with a mailbox.
     *
     * @return who is not served can leave a message
     */
    public Queue withVoicemail() {
        return new Queue(id, name, extension, team, serving, waiting, telling, true);
    }
}
