package org.sonnerie.pbx.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CsvTest {
    @Test
    void whatHoldsACommaAQuoteOrALineIsQuoted() {
        assertThat(Csv.line(List.of("a", "b,c", "d \"e\"", "f\r\ng", "")))
                .isEqualTo("a,\"b,c\",\"d \"\"e\"\"\",\"f\r\ng\",\r\n");
    }

    @Test
    void nothingIsTakenForAFormula() {
        assertThat(Csv.line(List.of("=1+1", "@x", "-1", "+1+cmd", "\tx", "+33612345678")))
                .isEqualTo("'=1+1,'@x,'-1,'+1+cmd,'\tx,+33612345678\r\n");
    }
}
