package org.sonnerie.pbx.staff;

import java.util.List;
import java.util.Locale;
import org.sonnerie.pbx.parts.PartDesk;
import org.sonnerie.pbx.parts.PartDesk.Desk;
import org.sonnerie.pbx.parts.PartKind;
import org.sonnerie.pbx.passkeys.Passkeys;
import org.sonnerie.pbx.people.Account;
import org.sonnerie.pbx.people.People;
import org.sonnerie.pbx.secondfactor.SecondFactors;
import org.sonnerie.pbx.security.Sessions;
import org.sonnerie.pbx.security.SignedIn;
import org.springframework.stereotype.Component;

/** What an administrator takes away from somebody: what he signs in with, or all. Thread safe. */
@Component
public class PersonAccess {
    private final PartDesk desk;
    private final People people;
    private final SecondFactors secondFactors;
    private final Passkeys passkeys;
    private final Sessions sessions;

    PersonAccess(
            PartDesk desk,
            People people,
            SecondFactors secondFactors,
            Passkeys passkeys,
            Sessions sessions) {
        this.desk = desk;
        this.people = people;
        this.secondFactors = secondFactors;
        this.passkeys = passkeys;
        this.sessions = sessions;
    }

    /**
     * What somebody signs in with besides his password.
     *
     * @param code whether he is asked for a code
     * @param passkeys how many he has
     */
    public record Access(boolean code, int passkeys) {}

    /**
     * What somebody signs in with.
     *
     * @param account whose
     * @return besides his password
     */
    public Access of(Account account) {
        return new Access(
                secondFactors.isOn(account.company(), account.id()),
                passkeys.of(account.company(), account.id()).size());
    }

    /**
     * Whether somebody works on himself: he takes away neither his own account nor his own role.
     *
     * @param admin who works
     * @param account on whose account
     * @return true: it is his own
     */
    public static boolean isOwn(SignedIn admin, Account account) {
        return account.id().equals(admin.person());
    }

    /**
     * Takes his code and his passkeys away: he signs in by his password alone, and anew everywhere.
     *
     * @param account whose
     */
    public void reset(Account account) {
        secondFactors.reset(account.company(), account.id());
        passkeys.removeAll(account.company(), account.id());
        sessions.endAll(account.company(), account.id());
    }

    /**
     * Deletes phone and account, if nothing needs the phone.
     *
     * @param admin who does it
     * @param account whose
     * @param locale the admin's language
     * @return what needs it still, in words, and so nothing was deleted; empty: both are gone
     */
    public List<String> delete(SignedIn admin, Account account, Locale locale) {
        Desk of = new Desk(admin.company(), admin.person(), false, locale);
        String id = account.id().text();
        if (desk.find(of, PartKind.PERSON, id).isPresent()) {
            List<String> needed = desk.remove(of, PartKind.PERSON, id);
            if (!needed.isEmpty()) {
                return needed;
            }
        }
        // Which sessions are his is not known any more once he is gone.
        sessions.endAll(account.company(), account.id());
        people.remove(account);
        return List.of();
    }
}
