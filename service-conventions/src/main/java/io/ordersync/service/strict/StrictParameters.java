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

/** Parameters and parts of a path are taken as they are written, like JSON. */
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
public class StrictParameters implements WebMvcConfigurer {

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new DuplicateParameterInterceptor());
    }

    /**
     * With an editor, since a converter's refusal has Spring ask its own editor, which takes it. Not by an advice's method
     * for binders: Spring reads its annotations anew for each request.
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
