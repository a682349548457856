package org.sonnerie.pbx.provider;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sonnerie.pbx.certificates.AcmeOrder;

/**
 * What was typed about a certificate by ACME.
 *
 * @param directory of the authority
 * @param contact a mail address
 * @param names with blanks, commas or line ends between them
 * @param agreed {@code on}: the authority's terms are accepted
 */
public record AcmeForm(
        @Nullable String directory,
        @Nullable String contact,
        @Nullable String names,
        @Nullable String agreed) {
    private static final String USUAL = "https://acme-v02.api.letsencrypt.org/directory";
    private static final int MOST_NAMES = 20;
    private static final Pattern NAME =
            Pattern.compile(
                    "(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]");
    private static final Pattern MAIL =
            Pattern.compile("[^\\s@<>,;?&%]{1,64}@[A-Za-z0-9.-]{1,190}");

    /** Of what is wanted now. */
    static AcmeForm of(AcmeOrder order) {
        return new AcmeForm(
                order.directory(), order.contact(), String.join("\n", order.names()), "on");
    }

    /** For whoever begins. */
    static AcmeForm begun(String host) {
        return new AcmeForm(USUAL, "", NAME.matcher(host).matches() ? host : "", "");
    }

    /** The same with nothing missing and no blanks around it. */
    static AcmeForm typed(AcmeForm sent) {
        return new AcmeForm(
                CompanyForm.text(sent.directory).strip(),
                CompanyForm.text(sent.contact).strip(),
                CompanyForm.text(sent.names),
                CompanyForm.text(sent.agreed));
    }

    /**
     * Whether the terms are accepted.
     *
     * @return false: they are not
     */
    public boolean accepted() {
        return "on".equals(agreed);
    }

    /** In small letters, each once. */
    List<String> hosts() {
        return Stream.of(CompanyForm.text(names).split("[\\s,;]+", -1))
                .filter(name -> !name.isEmpty())
                .map(name -> name.toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
    }

    /** Messages by the names of fields. */
    Map<String, String> problems(Predicate<String> mayBeAsked) {
        Map<String, String> problems = new LinkedHashMap<>();
        List<String> hosts = hosts();
        if (hosts.isEmpty()
                || hosts.size() > MOST_NAMES
                || !hosts.stream().allMatch(host -> NAME.matcher(host).matches())) {
            problems.put("names", "certificates.problem.names");
        }
        if (!MAIL.matcher(CompanyForm.text(contact)).matches()) {
            problems.put("contact", "certificates.problem.contact");
        }
        if (!mayBeAsked.test(CompanyForm.text(directory))) {
            problems.put("directory", "certificates.problem.directory");
        }
        if (!accepted()) {
            problems.put("agreed", "certificates.problem.agreed");
        }
        return problems;
    }
}
