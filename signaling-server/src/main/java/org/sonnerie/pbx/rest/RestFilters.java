package org.sonnerie.pbx.rest;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import java.time.InstantSource;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What every request of the REST interface passes once it is known who sends it. */
@Configuration(proxyBeanMethods = false)
class RestFilters {
    /** Behind the filters of security, which are at -100. */
    private static final int FIRST = 10;

    @Bean
    FilterRegistrationBean<RateFilter> rateFilter(InstantSource clock) {
        return registered(new RateFilter(clock), FIRST, DispatcherType.REQUEST, "/api/*");
    }

    @Bean
    FilterRegistrationBean<IdempotencyFilter> idempotencyFilter(KeptAnswers answers) {
        return registered(
                new IdempotencyFilter(answers), FIRST + 1, DispatcherType.REQUEST, "/api/v1/*");
    }

    @Bean
    FilterRegistrationBean<EntityTagFilter> entityTagFilter() {
        return registered(new EntityTagFilter(), FIRST + 2, DispatcherType.REQUEST, "/api/v1/*");
    }

    @Bean
    FilterRegistrationBean<LeftoverErrors> leftoverErrors() {
        return registered(new LeftoverErrors(), FIRST, DispatcherType.ERROR, "/error");
    }

    private static <F extends Filter> FilterRegistrationBean<F> registered(
            F filter, int order, DispatcherType type, String pattern) {
        FilterRegistrationBean<F> registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(order);
        registration.setDispatcherTypes(type);
        registration.addUrlPatterns(pattern);
        return registration;
    }
}
