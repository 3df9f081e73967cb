package io.ordersync.service.security;

import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerProperties;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.util.StringUtils;

/** Refuses settings with which tokens would not be checked, or not completely. */
final class TokenSettingsCheck {

    private static final String JWT = "spring.security.oauth2.resourceserver.jwt.";

    private TokenSettingsCheck() {}

    /** @throws SecurityMisconfigured if nothing says which issuer the keys of an address belong to */
    static void checkIssuer(OAuth2ResourceServerProperties.Jwt settings) {
        if (StringUtils.hasText(settings.getJwkSetUri()) && !StringUtils.hasText(settings.getIssuerUri())) {
            throw new SecurityMisconfigured(
                    JWT
                            + "jwk-set-uri has the keys of an issuer, but nothing says who the issuer is, so the service would"
                            + " take the tokens of every issuer with these keys.",
                    "Set " + JWT
                            + "issuer-uri to the issuer that is in the tokens. The service then finds the keys itself:"
                            + " jwk-set-uri is needed only if they are at another address.");
        }
    }

    /** @throws SecurityMisconfigured always */
    static JwtDecoder refuseMissingKey() {
        throw new SecurityMisconfigured(
                "The service has no key to check tokens with.",
                "Set " + JWT + "public-key-location to the file that './run token-key' prints, or " + JWT
                        + "issuer-uri to the address of your identity provider. For lessons on this machine set"
                        + " order-sync.security.open=true.");
    }
}
