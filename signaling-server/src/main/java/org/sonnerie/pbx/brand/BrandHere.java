package org.sonnerie.pbx.brand;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Whose pages somebody sees who has not signed in: by the host that his browser asked for, or by
 * the address that he came by before. It only decides what pages look like, and where they lead.
 */
@Component("brandHere")
public class BrandHere {
    /** Remembers the name behind {@code /at/}. */
    static final String COOKIE = "at";

    private static final Logger LOG = LoggerFactory.getLogger(BrandHere.class);

    private final Brands brands;

    BrandHere(Brands brands) {
        this.brands = brands;
    }

    /**
     * For templates.
     *
     * @return null: no company's in particular, or the database cannot say
     */
    public @Nullable Brand get() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes now
                ? of(now.getRequest()).orElse(null)
                : null;
    }

    /**
     * Whose pages a request asks for.
     *
     * @param request which
     * @return empty: no company's in particular, or the database cannot say
     */
    public Optional<Brand> of(HttpServletRequest request) {
        try {
            return brands.atHost(request.getServerName().toLowerCase(Locale.ROOT))
                    .or(() -> path(request).flatMap(brands::atPath));
        } catch (DataAccessException away) {
            LOG.warn("pages look like nobody's: {}", away.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    private static Optional<String> path(HttpServletRequest request) {
        return Optional.ofNullable(request.getCookies()).stream()
                .flatMap(all -> Arrays.stream(all))
                .filter(one -> one.getName().equals(COOKIE))
                .map(Cookie::getValue)
                .flatMap(Stream::ofNullable)
                .filter(AddressRules::isPath)
                .findFirst();
    }
}
