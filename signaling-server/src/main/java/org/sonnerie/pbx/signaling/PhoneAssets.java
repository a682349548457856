package org.sonnerie.pbx.signaling;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * The phone's scripts and styles carry a hash of their content in their names: a browser may keep
 * them for ever. The service worker's script keeps its name and may serve the page {@code /phone},
 * which does not lie under the script's own folder (Service Workers, W3C, section 4.1.1).
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

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new WorkerScope()).addPathPatterns("/phone/worker.js");
    }

    private static final class WorkerScope implements HandlerInterceptor {
        @Override
        public boolean preHandle(
                HttpServletRequest request, HttpServletResponse response, Object handler) {
            response.setHeader("Service-Worker-Allowed", "/phone");
            return true;
        }
    }
}
