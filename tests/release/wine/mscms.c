/* Only for tests under Wine 8, whose mscms.dll stops the program where Qt asks for the screen's colours. */
#include <windows.h>

#define NOTHING(name) \
    __declspec(dllexport) void *WINAPI name(void *a, void *b, void *c, void *d) { \
        (void)a, (void)b, (void)c, (void)d; \
        return NULL; \
    }

NOTHING(WcsCreateIccProfile)
NOTHING(OpenColorProfileW)
NOTHING(OpenColorProfileA)
NOTHING(CloseColorProfile)
NOTHING(GetColorProfileFromHandle)
NOTHING(WcsOpenColorProfileW)
NOTHING(WcsOpenColorProfileA)
NOTHING(ColorProfileGetDisplayDefault)
NOTHING(WcsGetDefaultColorProfile)
NOTHING(WcsGetDefaultColorProfileSize)
NOTHING(GetColorDirectoryW)
NOTHING(GetColorDirectoryA)
NOTHING(GetColorProfileHeader)
NOTHING(GetColorProfileElement)
NOTHING(EnumColorProfilesW)
NOTHING(EnumColorProfilesA)
NOTHING(GetStandardColorSpaceProfileW)
NOTHING(GetStandardColorSpaceProfileA)
NOTHING(IsColorProfileValid)
NOTHING(WcsGetUsePerUserProfiles)
NOTHING(AssociateColorProfileWithDeviceW)
NOTHING(InstallColorProfileW)
NOTHING(UninstallColorProfileW)
NOTHING(CreateMultiProfileTransform)
NOTHING(DeleteColorTransform)
NOTHING(TranslateColors)
