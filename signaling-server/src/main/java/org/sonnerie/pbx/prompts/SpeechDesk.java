package org.sonnerie.pbx.prompts;

import java.util.Set;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.prompts.SpeechRefusedException.Why;

/** Makes typed text into prompts, where a program of this machine speaks it. Thread safe. */
public final class SpeechDesk {
    private final PromptDesk prompts;
    private final SpeechEngine engine;

    SpeechDesk(PromptDesk prompts, SpeechEngine engine) {
        this.prompts = prompts;
        this.engine = engine;
    }

    /**
     * The languages that can be spoken.
     *
     * @return such as {@code en}; empty: no program was found
     */
    public Set<String> languages() {
        return engine.languages();
    }

    /**
     * Speaks a text and keeps it as {@link PromptDesk#put}.
     *
     * @param company whose
     * @param name by which the plan names it
     * @param words what is said, in which language
     * @param by who does it
     * @return the prompt among the others
     * @throws SpeechRefusedException if it is not spoken
     * @throws PromptRefusedException if it cannot be kept
     */
    public PromptDesk.Listed put(CompanyId company, String name, Words words, PersonId by) {
        PromptStore.checkName(name);
        byte[] sound = engine.speak(words.text(), words.language());
        try {
            return prompts.put(company, name, sound, by);
        } catch (PromptRefusedException refused) {
            throw switch (refused.why()) {
                case UNKNOWN_FORMAT, TOO_SHORT, TOO_LONG, SILENT ->
                        new SpeechRefusedException(Why.FAILED);
                case BAD_NAME, TOO_MANY, STORAGE_FULL, IN_USE -> refused;
            };
        }
    }

    /**
     * What shall be said.
     *
     * @param text as it was typed
     * @param language such as {@code en}
     */
    public record Words(String text, String language) {}
}
