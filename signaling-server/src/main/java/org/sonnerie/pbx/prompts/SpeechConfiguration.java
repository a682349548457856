package org.sonnerie.pbx.prompts;

import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks for programs that speak, once, at the start. */
@Configuration(proxyBeanMethods = false)
class SpeechConfiguration {
    private static final Logger LOG = LoggerFactory.getLogger(SpeechConfiguration.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Bean
    SpeechDesk speechDesk(PromptDesk prompts) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        SpeechEngine engine = new SpeechEngine(SpeechPrograms.find(path), PATIENCE);
        LOG.info("text is spoken in {}", engine.languages());
        return new SpeechDesk(prompts, engine);
    }
}
