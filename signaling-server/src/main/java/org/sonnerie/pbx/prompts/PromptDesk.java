package org.sonnerie.pbx.prompts;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.sonnerie.media.api.MediaRelay;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.CompanyPlan;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.plan.PromptUse;
import org.sonnerie.pbx.publish.Published;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** A company's own prompts beside the built-in ones and the plan that uses them. Thread safe. */
@Component
public class PromptDesk {
    private final PromptStore prompts;
    private final Published published;
    private final ObjectProvider<MediaRelay> relay;

    PromptDesk(PromptStore prompts, Published published, ObjectProvider<MediaRelay> relay) {
        this.prompts = prompts;
        this.published = published;
        this.relay = relay;
    }

    /**
     * One of a company's own.
     *
     * @param prompt what is kept
     * @param replacesBuiltIn whether there is a built-in one of that name
     * @param usedBy places of the published plan
     */
    public record Listed(OwnPrompt prompt, boolean replacesBuiltIn, List<String> usedBy) {}

    /**
     * All there is.
     *
     * @param own the company's own, by name
     * @param builtIn names of those that everybody has
     * @param used for each prompt that the published plan names, its places
     */
    public record Overview(List<Listed> own, Set<String> builtIn, Map<String, List<String>> used) {}

    /**
     * What a company can use.
     *
     * @param company whose
     * @return its own and the built-in ones
     */
    public Overview overview(CompanyId company) {
        CompanyPlan plan = published.current(company);
        Set<String> builtIn = relay.getObject().prompts(plan.facts().language());
        Map<String, List<String>> used = PromptUse.in(plan);
        List<Listed> own =
                prompts.all(company).stream().map(one -> listed(one, builtIn, used)).toList();
        return new Overview(own, builtIn, used);
    }

    private static Listed listed(
            OwnPrompt prompt, Set<String> builtIn, Map<String, List<String>> used) {
        return new Listed(
                prompt,
                builtIn.contains(prompt.name()),
                used.getOrDefault(prompt.name(), List.of()));
    }

    /**
     * As {@link PromptStore#put}.
     *
     * @param company whose
     * @param name by which the plan names it
     * @param upload WAV, AIFF or AU
     * @param by who does it
     * @return the prompt among the others
     * @throws PromptRefusedException if it cannot be kept
     */
    public Listed put(CompanyId company, String name, byte[] upload, PersonId by) {
        OwnPrompt kept = prompts.put(company, name, upload, by);
        Overview all = overview(company);
        return listed(kept, all.builtIn(), all.used());
    }

    /**
     * Takes a prompt away that the published plan can do without.
     *
     * @param company whose
     * @param name which
     * @return false: there is none
     * @throws PromptRefusedException if the plan names it and there is no built-in one
     */
    public boolean remove(CompanyId company, String name) {
        Overview all = overview(company);
        Set<String> needed =
                all.used().keySet().stream()
                        .filter(prompt -> !all.builtIn().contains(prompt))
                        .collect(Collectors.toUnmodifiableSet());
        return prompts.remove(company, name, needed);
    }
}
