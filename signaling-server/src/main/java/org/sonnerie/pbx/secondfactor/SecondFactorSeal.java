package org.sonnerie.pbx.secondfactor;

import org.sonnerie.pbx.config.KeepsSealed;
import org.sonnerie.pbx.config.KeyRing;
import org.sonnerie.pbx.config.Seal;
import org.sonnerie.pbx.config.SealedColumn;
import org.sonnerie.pbx.config.SonnerieProperties;
import org.springframework.stereotype.Component;

/** What the secrets are sealed with: a key of their own, in the data folder. */
@Component
class SecondFactorSeal implements KeepsSealed {
    private final Seal seal;

    SecondFactorSeal(SonnerieProperties properties) {
        seal = new Seal(KeyRing.of(properties.dataFolder().resolve(SecondFactors.KEY_FILE)));
    }

    Seal seal() {
        return seal;
    }

    @Override
    public SealedColumn sealed() {
        return new SealedColumn(
                "second-factors",
                seal,
                "second_factor",
                "sealed",
                "company_id",
                "person_id",
                (company, person) -> company + "/" + person);
    }
}
