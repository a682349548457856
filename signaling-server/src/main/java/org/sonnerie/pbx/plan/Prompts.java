package org.sonnerie.pbx.plan;

import java.util.Set;

/** Which prompts there are: a plan is published only with such. */
@FunctionalInterface
public interface Prompts {
    /**
     * Those a company can use.
     *
     * @param company whose own ones are among them
     * @param language of the company
     * @return names, also of those that are spoken in the default language instead
     */
    Set<String> in(CompanyId company, String language);

    /**
     * The languages in which there are prompts of their own.
     *
     * @return such as {@code en}; usually there is only one
     */
    default Set<String> languages() {
        return Set.of("en");
    }
}
