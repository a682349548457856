package org.sonnerie.pbx.signaling;

import java.time.Duration;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * The phone's scripts and styles carry a hash of their content in their names: a browser may keep
 * them for ever.
 */
@Configuration(proxyBeanMethods = false)
class PhoneAssets implements WebMvcConfigurer {
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/phone/assets/**")
                .addResourceLocations("classpath:/static/phone/assets/")
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePrivate().immutable());
    }
}
