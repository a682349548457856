package org.sonnerie.trunk.dialog;

import java.util.Optional;
import org.sonnerie.trunk.api.TrunkCallId;
import org.sonnerie.trunk.api.TrunkId;
import org.sonnerie.trunk.sip.Credentials;
import org.sonnerie.trunk.sip.OwnAddress;
import org.sonnerie.trunk.sip.Tokens;

/**
 * What a leg needs to know besides its messages.
 *
 * @param call its name
 * @param trunk what carries it
 * @param own our address
 * @param tokens for tags and branches
 * @param credentials of the trunk
 */
public record LegContext(
        TrunkCallId call,
        TrunkId trunk,
        OwnAddress own,
        Tokens tokens,
        Optional<Credentials> credentials) {
    /**
     * Our Contact's user part.
     *
     * @return the account's name, or a fixed word
     */
    public String user() {
        return credentials
                .map(Credentials::userName)
                .filter(name -> name.matches("[A-Za-z0-9._+-]+"))
                .orElse("pbx");
    }
}
