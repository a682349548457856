package org.sonnerie.pbx.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrowserNameTest {
    @ParameterizedTest
    @CsvSource({
        "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0, Firefox, Linux",
        "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/150.0 Safari/537.36, Chrome, Windows",
        "Mozilla/5.0 (Windows NT 10.0) Chrome/150.0 Safari/537.36 Edg/150.0, Edge, Windows",
        "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15) Version/18.0 Safari/605.1, Safari, macOS",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18 like Mac OS X) Safari/604.1, Safari, iPhone",
        "Mozilla/5.0 (Linux; Android 15) Chrome/150.0 Mobile Safari/537.36, Chrome, Android"
    })
    void browsersAreKnown(String agent, String program, String system) {
        assertThat(BrowserName.of(agent))
                .isEqualTo(new BrowserName(Optional.of(program), Optional.of(system)));
    }

    @Test
    void whatNamesItselfOtherwiseIsUnknown() {
        assertThat(BrowserName.of(""))
                .isEqualTo(new BrowserName(Optional.empty(), Optional.empty()));
    }
}
