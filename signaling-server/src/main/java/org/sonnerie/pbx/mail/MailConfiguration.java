package org.sonnerie.pbx.mail;

import org.sonnerie.media.api.SoundFiles;
import org.sonnerie.pbx.config.SonnerieProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The way to the company's mail server. */
@Configuration(proxyBeanMethods = false)
class MailConfiguration {
    @Bean
    Post post(SonnerieProperties properties, SoundFiles sounds) {
        return new SmtpPost(properties.mail(), sounds);
    }
}
