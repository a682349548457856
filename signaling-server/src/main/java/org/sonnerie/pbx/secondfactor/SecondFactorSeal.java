package org.sonnerie.pbx.secondfactor;

import org.sonnerie.pbx.config.KeyFile;
import org.sonnerie.pbx.config.Seal;
import org.sonnerie.pbx.config.SonnerieProperties;
import org.springframework.stereotype.Component;

/** What the secrets are sealed with: a key of their own, in the data folder. */
@Component
class SecondFactorSeal {
    private final Seal seal;

    SecondFactorSeal(SonnerieProperties properties) {
        seal = new Seal(KeyFile.of(properties.dataFolder().resolve(SecondFactors.KEY_FILE)));
    }

    Seal seal() {
        return seal;
    }
}
