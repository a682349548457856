package org.sonnerie.pbx.rest;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What requests of the REST interface pass beside their controllers. */
@Configuration(proxyBeanMethods = false)
class RestFilters {
    /** Behind the filters of security, which are at -100. */
    private static final int FIRST = 10;

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
