package io.ordersync.service.strict;

import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.propertyeditors.UUIDEditor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.core.convert.ConversionService;
import org.springframework.validation.Validator;
import org.springframework.web.bind.support.ConfigurableWebBindingInitializer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Refuses parameters and path variables that Spring would otherwise convert. */
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
public class StrictParameters implements WebMvcConfigurer {

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new DuplicateParameterInterceptor());
    }

    /**
     * Registers an editor, since Spring would fall back to its own lenient editor if a converter refused a value. An
     * {@code @InitBinder} method would do as well, but Spring reads its annotations again for each request.
     */
    @Bean
    ConfigurableWebBindingInitializer strictBinding(
            @Qualifier("mvcConversionService") ConversionService conversion,
            @Qualifier("mvcValidator") Validator validator) {
        ConfigurableWebBindingInitializer binding = new ConfigurableWebBindingInitializer();
        binding.setConversionService(conversion);
        binding.setValidator(validator);
        binding.setPropertyEditorRegistrar(editors -> editors.registerCustomEditor(UUID.class, new WholeUuid()));
        return binding;
    }

    /** Java also reads {@code 1-1-1-1-1}, and Spring a UUID between spaces. */
    private static final class WholeUuid extends UUIDEditor {

        @Override
        public void setAsText(String text) {
            super.setAsText(text);
            if (!text.equalsIgnoreCase(getAsText())) {
                throw new IllegalArgumentException("A UUID is written as 8-4-4-4-12 hexadecimal digits");
            }
        }
    }
}
