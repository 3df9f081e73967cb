package io.ordersync.service.security.verification;

import io.ordersync.outage.OutageLog;
import java.time.Clock;
import lombok.extern.slf4j.Slf4j;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderInitializationException;
import org.springframework.security.oauth2.jwt.JwtException;

/** Logs when tokens cannot be verified because their issuer does not answer, and when they can be verified again. */
@Slf4j
public class IssuerOutage implements JwtDecoder {

    private final JwtDecoder decoder;
    private final IssuerClient issuer;
    private final OutageLog outage;

    /** @param issuer is asked by the decoder */
    public IssuerOutage(JwtDecoder decoder, IssuerClient issuer, Clock clock) {
        this.decoder = decoder;
        this.issuer = issuer;
        this.outage = new OutageLog(log, clock);
    }

    @Override
    public Jwt decode(String token) {
        try {
            Jwt jwt = decoder.decode(token);
            if (issuer.isAnswering()) { // keys that are known verify tokens during an outage, too
                outage.ended("The issuer of the tokens answers again");
            }
            return jwt;
        } catch (BadJwtException e) {
            throw e; // the fault of the token
        } catch (JwtException e) {
            fail(e);
            throw e;
        } catch (JwtDecoderInitializationException e) {
            fail(e);
            // the first request asks the issuer for its keys; Spring Security knows only the other exception as its
            // failure
            throw new JwtException("The issuer does not answer", e);
        }
    }

    private void fail(RuntimeException failure) {
        outage.failed(
                "The keys of the tokens' issuer cannot be read. The service answers 503 to tokens that it does not"
                        + " know. Cause: " + NestedExceptionUtils.getMostSpecificCause(failure));
    }
}
