package io.videogen.store.s3;

import io.videogen.core.shared.AccessKeys;
import io.videogen.core.shared.SharedStorage;
import io.videogen.core.shared.SharedStorageProvider;
import java.util.Optional;

/** Opens stores whose location begins with {@code s3://}. */
public final class S3StorageProvider implements SharedStorageProvider {

    @Override
    public boolean accepts(String location) {
        return S3Location.isOne(location);
    }

    @Override
    public SharedStorage open(String location, Optional<AccessKeys> keys) {
        S3Location parsed = S3Location.parse(location);
        return new S3Storage(S3Clients.open(parsed, keys), parsed);
    }
}
