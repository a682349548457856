package org.sonnerie.pbx.config;

import org.springframework.boot.jackson.autoconfigure.JsonFactoryBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.util.JsonRecyclerPools;

/** Requests and answers are JSON in which secrets may stand ({@link SecretJson}). */
@Configuration(proxyBeanMethods = false)
class JsonBuffers {
    @Bean
    JsonFactoryBuilderCustomizer buffersOfOneUse() {
        return factory -> factory.recyclerPool(JsonRecyclerPools.nonRecyclingPool());
    }
}
