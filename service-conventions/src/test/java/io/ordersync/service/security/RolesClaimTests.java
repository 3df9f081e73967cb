package io.ordersync.service.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;

class RolesClaimTests {

    @Test
    void readsAnArray() {
        assertThat(roles("roles", Map.of("roles", List.of("a", "b")))).containsExactly("ROLE_a", "ROLE_b");
    }

    @Test
    void readsANestedArray() {
        Map<String, Object> keycloak = Map.of("realm_access", Map.of("roles", List.of("a")));

        assertThat(roles("realm_access.roles", keycloak)).containsExactly("ROLE_a");
    }

    @Test
    void readsAClaimWhoseNameHasDots() {
        assertThat(roles("https://shop.example.com/roles", Map.of("https://shop.example.com/roles", List.of("a"))))
                .containsExactly("ROLE_a");
    }

    @Test
    void readsOneStringWithSpaces() {
        assertThat(roles("scope", Map.of("scope", " a  b "))).containsExactly("ROLE_a", "ROLE_b");
    }

    @Test
    void aTokenWithoutTheClaimOrWithOtherValuesHasNoRole() {
        assertThat(roles("roles", Map.of("other", "a"))).isEmpty();
        assertThat(roles("roles", Map.of("roles", 7))).isEmpty();
        assertThat(roles("roles", Map.of("roles", List.of(7, " ", List.of("a")))))
                .isEmpty();
        assertThat(roles("a.b.c", Map.of("a", Map.of("b", "c")))).isEmpty();
    }

    private static List<String> roles(String claim, Map<String, Object> claims) {
        Jwt token = Jwt.withTokenValue("token")
                .header("alg", "RS256")
                .claims(all -> all.putAll(claims))
                .build();
        return new RolesClaim(claim)
                .convert(token).getAuthorities().stream()
                        .map(GrantedAuthority::getAuthority)
                        .toList();
    }
}
