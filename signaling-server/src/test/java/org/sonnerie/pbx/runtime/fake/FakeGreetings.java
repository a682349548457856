package org.sonnerie.pbx.runtime.fake;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.sonnerie.pbx.call.GreetingKind;
import org.sonnerie.pbx.call.MailboxFacts;
import org.sonnerie.pbx.call.MessageId;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.MailboxId;
import org.sonnerie.pbx.runtime.Greetings;

/** Greetings that write down what they are told. */
public final class FakeGreetings implements Greetings {
    public final List<String> told = Collections.synchronizedList(new ArrayList<>());

    @Override
    public MailboxFacts facts(CompanyId company, MailboxId box) {
        return MailboxFacts.NONE;
    }

    @Override
    public Path begin(CompanyId company, MessageId greeting) {
        told.add("begin " + greeting);
        return Path.of(greeting + ".opus");
    }

    @Override
    public void keep(CompanyId company, MailboxId box, GreetingKind kind, MessageId greeting) {
        told.add("keep " + greeting + " as " + kind + " of " + box);
    }

    @Override
    public void remove(CompanyId company, MailboxId box, GreetingKind kind) {
        told.add("remove " + kind + " of " + box);
    }

    @Override
    public void away(CompanyId company, MailboxId box, Optional<LocalDate> until) {
        told.add(box + " away until " + until.map(LocalDate::toString).orElse("now"));
    }
}
