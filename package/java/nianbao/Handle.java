package nianbao;

import com.sun.jna.Pointer;
import java.lang.ref.Cleaner;
import java.lang.ref.Reference;
import java.util.function.Consumer;
import java.util.function.Function;

/** A handle of the library, freed once nobody refers to it: never while a call uses it. */
final class Handle {
    private static final Cleaner CLEANER = Cleaner.create();
    private final Pointer value;

    Handle(Pointer value, Consumer<Pointer> free) {
        this.value = value;
        CLEANER.register(this, () -> free.accept(value));
    }

    /** What a call makes of it. */
    <T> T use(Function<Pointer, T> call) {
        try {
            return call.apply(value);
        } finally {
            Reference.reachabilityFence(this);
        }
    }
}
