package io.ordersync.service.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.MethodParameter;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.context.request.ServletWebRequest;

class CallerArgumentResolverTests {

    @AfterEach
    void clear() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void onlyAnOpenServiceHasAnonymousCallers() throws Exception {
        assertThat(resolve(true)).isEqualTo(Caller.ANYONE);
        assertThatThrownBy(() -> resolve(false)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anotherKindOfLoginIsNoToken() {
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken("user", "password"));

        assertThatThrownBy(() -> resolve(false)).isInstanceOf(IllegalStateException.class);
    }

    private static Caller resolve(boolean isOpen) throws NoSuchMethodException {
        var parameter = new MethodParameter(Object.class.getMethod("equals", Object.class), 0);
        var request = new ServletWebRequest(new MockHttpServletRequest());
        return new CallerArgumentResolver(new ServiceAccess(isOpen)).resolveArgument(parameter, null, request, null);
    }
}
