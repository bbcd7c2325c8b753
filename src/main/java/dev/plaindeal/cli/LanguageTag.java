package dev.plaindeal.cli;

import dev.plaindeal.basket.Region;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the tag of a language. */
final class LanguageTag implements ITypeConverter<String> {
    @Override
    public String convert(String text) {
        return Region.languageTag(text)
                .orElseThrow(() -> new TypeConversionException("a language is written like pt-PT or ja"));
    }
}
