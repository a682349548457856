package org.sonnerie.pbx.runtime.fake;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.sonnerie.pbx.call.MessageId;
import org.sonnerie.pbx.plan.CompanyId;
import org.sonnerie.pbx.plan.MailboxId;
import org.sonnerie.pbx.runtime.Mailboxes;

/** Mailboxes that write down what they are told, and hold what the test puts there. */
public final class FakeMailboxes implements Mailboxes {
    public final List<String> told = Collections.synchronizedList(new ArrayList<>());
    public final List<Kept> kept = Collections.synchronizedList(new ArrayList<>());

    @Override
    public Path begin(NewMessage message) {
        told.add("begin " + message.id() + " in " + message.box());
        return Path.of(message.id() + ".opus");
    }

    @Override
    public void recorded(MessageId message, Duration length) {
        told.add("recorded " + message + " " + length.toMillis());
    }

    @Override
    public void callerGone(MessageId message) {
        told.add("caller gone " + message);
    }

    @Override
    public void urgent(MessageId message) {
        told.add("urgent " + message);
    }

    @Override
    public void heard(MessageId message) {
        told.add("heard " + message);
    }

    @Override
    public void drop(MessageId message) {
        told.add("drop " + message);
    }

    @Override
    public void restore(MessageId message) {
        told.add("restore " + message);
    }

    @Override
    public void forward(CompanyId company, MessageId message, MailboxId box) {
        told.add("forward " + message + " to " + box);
    }

    @Override
    public List<Kept> waiting(CompanyId company, MailboxId box) {
        return List.copyOf(kept);
    }

    @Override
    public Path file(CompanyId company, MessageId message) {
        return Path.of(message + ".opus");
    }
}
