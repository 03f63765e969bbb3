// Made by `npm run generate` from the files in the folders of the areas. Do not edit.
import apiFileInPythonProject from './handler/apiFileInPythonProject.ts';
import apiFunctionsNotCreated from './routes/apiFunctionsNotCreated.ts';
import appIsAdapter from './handler/appIsAdapter.ts';
import appRebound from './handler/appRebound.ts';
import applicationNotCallable from './handler/applicationNotCallable.ts';
import backgroundWorkAtImport from './cold-start/backgroundWorkAtImport.ts';
import buildConfigKeyNotRead from './runtime-config/buildConfigKeyNotRead.ts';
import buildSettingsBesideBuilds from './runtime-config/buildSettingsBesideBuilds.ts';
import buildSourceMissing from './runtime-config/buildSourceMissing.ts';
import builderPinned from './runtime-config/builderPinned.ts';
import buildsConfigRuntimeNotRead from './runtime-config/buildsConfigRuntimeNotRead.ts';
import configurationKeyUnknown from './runtime-config/configurationKeyUnknown.ts';
import configurationNotRead from './runtime-config/configurationNotRead.ts';
import configurationRuleUnknown from './runtime-config/configurationRuleUnknown.ts';
import configurationSyntax from './runtime-config/configurationSyntax.ts';
import configurationValueInvalid from './runtime-config/configurationValueInvalid.ts';
import createAllAtImport from './database/createAllAtImport.ts';
import cronPathUnrouted from './runtime-config/cronPathUnrouted.ts';
import cronScheduleInvalid from './runtime-config/cronScheduleInvalid.ts';
import databaseUrlScheme from './database/databaseUrlScheme.ts';
import dotenvAtImport from './environment/dotenvAtImport.ts';
import dotenvCommitted from './environment/dotenvCommitted.ts';
import driverOptionUnknown from './database/driverOptionUnknown.ts';
import entrypointConditional from './handler/entrypointConditional.ts';
import entrypointMissing from './handler/entrypointMissing.ts';
import entrypointNotAFunction from './handler/entrypointNotAFunction.ts';
import entrypointOutOfPlace from './handler/entrypointOutOfPlace.ts';
import entrypointSettingAdapter from './handler/entrypointSettingAdapter.ts';
import entrypointSettingFile from './handler/entrypointSettingFile.ts';
import entrypointSettingFormat from './handler/entrypointSettingFormat.ts';
import entrypointSettingVariable from './handler/entrypointSettingVariable.ts';
import entrypointSyntaxError from './handler/entrypointSyntaxError.ts';
import envDollarLiteral from './runtime-config/envDollarLiteral.ts';
import envNotSet from './environment/envNotSet.ts';
import envRequiredAtImport from './environment/envRequiredAtImport.ts';
import envReserved from './environment/envReserved.ts';
import envSecretReference from './runtime-config/envSecretReference.ts';
import envValueNotAString from './runtime-config/envValueNotAString.ts';
import filesGlobNotAString from './runtime-config/filesGlobNotAString.ts';
import frameworkGuessedFromText from './handler/frameworkGuessedFromText.ts';
import functionLimitOutOfRange from './runtime-config/functionLimitOutOfRange.ts';
import functionPathNotRelative from './runtime-config/functionPathNotRelative.ts';
import functionPathsConflict from './routes/functionPathsConflict.ts';
import functionPatternTaken from './runtime-config/functionPatternTaken.ts';
import functionPatternUnmatched from './runtime-config/functionPatternUnmatched.ts';
import functionRuntimeNotABuilder from './runtime-config/functionRuntimeNotABuilder.ts';
import functionsBesideBuilds from './runtime-config/functionsBesideBuilds.ts';
import handlerAndApp from './handler/handlerAndApp.ts';
import handlerClassAssigned from './handler/handlerClassAssigned.ts';
import handlerClassBase from './handler/handlerClassBase.ts';
import handlerNameConflict from './handler/handlerNameConflict.ts';
import handlerNotAClass from './handler/handlerNotAClass.ts';
import handlerWrapperFunction from './handler/handlerWrapperFunction.ts';
import heavyImport from './cold-start/heavyImport.ts';
import installCommandEmpty from './runtime-config/installCommandEmpty.ts';
import lifespanWork from './cold-start/lifespanWork.ts';
import localBuildLeftover from './dependencies/localBuildLeftover.ts';
import localhostUrl from './environment/localhostUrl.ts';
import lockNotRead from './dependencies/lockNotRead.ts';
import mangumHandlerIgnored from './handler/mangumHandlerIgnored.ts';
import manifestMissing from './dependencies/manifestMissing.ts';
import maxDurationOverPlan from './runtime-config/maxDurationOverPlan.ts';
import pipfileWithoutLock from './python-version/pipfileWithoutLock.ts';
import placeholderDestination from './routes/placeholderDestination.ts';
import poetryPythonNotRead from './python-version/poetryPythonNotRead.ts';
import poolNotServerless from './database/poolNotServerless.ts';
import poolWithoutPrePing from './database/poolWithoutPrePing.ts';
import projectScriptAppMissing from './handler/projectScriptAppMissing.ts';
import pyprojectWithoutProject from './dependencies/pyprojectWithoutProject.ts';
import pythonBuiltByOtherBuilder from './runtime-config/pythonBuiltByOtherBuilder.ts';
import pythonVersionConflict from './python-version/pythonVersionConflict.ts';
import pythonVersionDiscontinued from './python-version/pythonVersionDiscontinued.ts';
import pythonVersionEnvNotRead from './python-version/pythonVersionEnvNotRead.ts';
import pythonVersionExcludesAll from './python-version/pythonVersionExcludesAll.ts';
import pythonVersionFileOutOfReach from './python-version/pythonVersionFileOutOfReach.ts';
import pythonVersionFileUnreadable from './python-version/pythonVersionFileUnreadable.ts';
import pythonVersionNotAvailable from './python-version/pythonVersionNotAvailable.ts';
import pythonVersionPatchIgnored from './python-version/pythonVersionPatchIgnored.ts';
import pythonVersionRangeJumps from './python-version/pythonVersionRangeJumps.ts';
import pythonVersionSpecifierInvalid from './python-version/pythonVersionSpecifierInvalid.ts';
import pythonVersionUnknown from './python-version/pythonVersionUnknown.ts';
import pythonVersionUnspecified from './python-version/pythonVersionUnspecified.ts';
import relativeImportInEntrypoint from './handler/relativeImportInEntrypoint.ts';
import requirementNeedsCompanion from './dependencies/requirementNeedsCompanion.ts';
import requirementNoWheel from './dependencies/requirementNoWheel.ts';
import requirementPythonIncompatible from './dependencies/requirementPythonIncompatible.ts';
import requirementWindowsOnly from './dependencies/requirementWindowsOnly.ts';
import requirementsEncoding from './dependencies/requirementsEncoding.ts';
import requirementsHiddenByPyproject from './dependencies/requirementsHiddenByPyproject.ts';
import requirementsInclude from './dependencies/requirementsInclude.ts';
import rewritePathReachesApp from './routes/rewritePathReachesApp.ts';
import routeDestinationMissing from './routes/routeDestinationMissing.ts';
import routeDestinationSegmentUnknown from './routes/routeDestinationSegmentUnknown.ts';
import routePatternInvalid from './routes/routePatternInvalid.ts';
import routeShadowed from './routes/routeShadowed.ts';
import runtimeTxtNotAVersion from './python-version/runtimeTxtNotAVersion.ts';
import runtimeTxtNotRead from './python-version/runtimeTxtNotRead.ts';
import runtimeTxtUnpinned from './python-version/runtimeTxtUnpinned.ts';
import secretInVercelJson from './runtime-config/secretInVercelJson.ts';
import serverStartedAtImport from './handler/serverStartedAtImport.ts';
import siblingImportInFunction from './handler/siblingImportInFunction.ts';
import suppressionUnused from './runtime-config/suppressionUnused.ts';
import unknownTopLevelKey from './runtime-config/unknownTopLevelKey.ts';
import vercelJsonOutOfReach from './runtime-config/vercelJsonOutOfReach.ts';
import vercelJsonSchema from './runtime-config/vercelJsonSchema.ts';
import vercelJsonSyntax from './runtime-config/vercelJsonSyntax.ts';
import workAtImport from './cold-start/workAtImport.ts';
import writeOutsideTmp from './cold-start/writeOutsideTmp.ts';
import type { Rule } from './rule.ts';

/** Every rule, by area and name. */
export const rules: readonly Rule[] = [
  backgroundWorkAtImport,
  heavyImport,
  lifespanWork,
  workAtImport,
  writeOutsideTmp,
  createAllAtImport,
  databaseUrlScheme,
  driverOptionUnknown,
  poolNotServerless,
  poolWithoutPrePing,
  localBuildLeftover,
  lockNotRead,
  manifestMissing,
  pyprojectWithoutProject,
  requirementNeedsCompanion,
  requirementNoWheel,
  requirementPythonIncompatible,
  requirementWindowsOnly,
  requirementsEncoding,
  requirementsHiddenByPyproject,
  requirementsInclude,
  dotenvAtImport,
  dotenvCommitted,
  envNotSet,
  envRequiredAtImport,
  envReserved,
  localhostUrl,
  apiFileInPythonProject,
  appIsAdapter,
  appRebound,
  applicationNotCallable,
  entrypointConditional,
  entrypointMissing,
  entrypointNotAFunction,
  entrypointOutOfPlace,
  entrypointSettingAdapter,
  entrypointSettingFile,
  entrypointSettingFormat,
  entrypointSettingVariable,
  entrypointSyntaxError,
  frameworkGuessedFromText,
  handlerAndApp,
  handlerClassAssigned,
  handlerClassBase,
  handlerNameConflict,
  handlerNotAClass,
  handlerWrapperFunction,
  mangumHandlerIgnored,
  projectScriptAppMissing,
  relativeImportInEntrypoint,
  serverStartedAtImport,
  siblingImportInFunction,
  pipfileWithoutLock,
  poetryPythonNotRead,
  pythonVersionConflict,
  pythonVersionDiscontinued,
  pythonVersionEnvNotRead,
  pythonVersionExcludesAll,
  pythonVersionFileOutOfReach,
  pythonVersionFileUnreadable,
  pythonVersionNotAvailable,
  pythonVersionPatchIgnored,
  pythonVersionRangeJumps,
  pythonVersionSpecifierInvalid,
  pythonVersionUnknown,
  pythonVersionUnspecified,
  runtimeTxtNotAVersion,
  runtimeTxtNotRead,
  runtimeTxtUnpinned,
  apiFunctionsNotCreated,
  functionPathsConflict,
  placeholderDestination,
  rewritePathReachesApp,
  routeDestinationMissing,
  routeDestinationSegmentUnknown,
  routePatternInvalid,
  routeShadowed,
  buildConfigKeyNotRead,
  buildSettingsBesideBuilds,
  buildSourceMissing,
  builderPinned,
  buildsConfigRuntimeNotRead,
  configurationKeyUnknown,
  configurationNotRead,
  configurationRuleUnknown,
  configurationSyntax,
  configurationValueInvalid,
  cronPathUnrouted,
  cronScheduleInvalid,
  envDollarLiteral,
  envSecretReference,
  envValueNotAString,
  filesGlobNotAString,
  functionLimitOutOfRange,
  functionPathNotRelative,
  functionPatternTaken,
  functionPatternUnmatched,
  functionRuntimeNotABuilder,
  functionsBesideBuilds,
  installCommandEmpty,
  maxDurationOverPlan,
  pythonBuiltByOtherBuilder,
  secretInVercelJson,
  suppressionUnused,
  unknownTopLevelKey,
  vercelJsonOutOfReach,
  vercelJsonSchema,
  vercelJsonSyntax,
];
