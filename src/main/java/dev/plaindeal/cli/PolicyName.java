package dev.plaindeal.cli;

import dev.plaindeal.returns.ReturnPolicy;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a policy for returns by its key. */
final class PolicyName implements ITypeConverter<ReturnPolicy> {

    PolicyName() {}

    @Override
    public ReturnPolicy convert(String name) {
        return ReturnPolicy.find(name)
                .orElseThrow(() -> new TypeConversionException(
                        "'" + name + "' is no policy; the policies are keep and re-evaluate"));
    }
}
