package org.sonnerie.pbx.runtime.fake;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.sonnerie.pbx.call.GreetingKind;
import org.sonnerie.pbx.call.MailboxFacts;
import org.sonnerie.pbx.call.MessageId;
import org.sonnerie.pbx.call.NamesTold;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.MailboxId;
import org.sonnerie.pbx.plan.PersonId;
import org.sonnerie.pbx.runtime.Greetings;

/** Greetings that write down what they are told. */
public final class FakeGreetings implements Greetings {
    public final List<String> told = Collections.synchronizedList(new ArrayList<>());
    public final List<NamesTold.Name> names = new CopyOnWriteArrayList<>();

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
    public List<NamesTold.Name> names(CompanyId company, List<PersonId> people) {
        return names.stream().filter(one -> people.contains(one.person())).toList();
    }

    @Override
    public void discard(CompanyId company, MessageId greeting) {
        told.add("discard " + greeting);
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
